"""Which Django application is this? A made-up region to try things with."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "dekkend.demo"
