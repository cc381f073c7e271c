"""Which Django application is this? Documents read into values."""

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    name = "dekkend.reading"
