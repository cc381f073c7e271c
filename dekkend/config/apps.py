"""Which Django application is this? The one with the commands that run the whole."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "dekkend.config"
    label = "config"
