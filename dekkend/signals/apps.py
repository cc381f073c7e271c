"""Which Django application is this? Signals: what people say about an offer."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "dekkend.signals"
