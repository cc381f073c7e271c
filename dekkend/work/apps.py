"""Which Django application is this? Work that is done in the background."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "dekkend.work"
