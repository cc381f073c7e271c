"""Which Django application is this? The first screen."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "dekkend.home"
