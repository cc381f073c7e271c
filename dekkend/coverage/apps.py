"""Which Django application is this? Coverage: do all schools together form a network without gaps."""

from django.apps import AppConfig


class CoverageConfig(AppConfig):
    name = "dekkend.coverage"
