"""Which Django application is this? The log of who did what, which nobody can change afterwards."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "dekkend.audit"
