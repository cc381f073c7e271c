"""Which Django application is this? The finder."""

from django.apps import AppConfig


class FinderConfig(AppConfig):
    name = "dekkend.finder"
