"""Which Django application is this? What is adopted, as documents for everyone."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "dekkend.publishing"
    label = "publishing"
