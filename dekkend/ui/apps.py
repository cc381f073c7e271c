"""Which Django application is this? What every screen is made of."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "dekkend.ui"
