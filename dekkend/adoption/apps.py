"""Which Django application is this? The yearly procedure of adopting an offer."""

from django.apps import AppConfig


class AdoptionConfig(AppConfig):
    name = "dekkend.adoption"
    label = "adoption"
