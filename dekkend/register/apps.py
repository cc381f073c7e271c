"""Which Django application is this? The register: which school sites and places there are."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "dekkend.register"
