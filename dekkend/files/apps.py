"""Which Django application is this? Documents that people hand in."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "dekkend.files"
