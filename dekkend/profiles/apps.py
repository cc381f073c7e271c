"""Which Django application is this? The support offer of a site for a school year."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "dekkend.profiles"
