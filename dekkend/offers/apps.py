"""Which Django application is this? What a school can do now."""

from django.apps import AppConfig


class OffersConfig(AppConfig):
    name = "dekkend.offers"
