"""Which Django application is this? People and their logins."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "dekkend.accounts"
