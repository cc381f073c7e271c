"""Which Django application is this? Planning: the best plan with its proof, and scenarios beside each other."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "dekkend.planning"
