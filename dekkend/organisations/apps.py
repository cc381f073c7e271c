"""Which Django application is this? Partnerships, boards, sites and who belongs to them."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "dekkend.organisations"
