"""Which Django application is this? What people are told by mail."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "dekkend.notices"
