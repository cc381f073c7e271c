"""Which Django application is this? People and their logins."""

from django.apps import AppConfig

from dekkend.accounts.words.letters import LETTERS


class AccountsConfig(AppConfig):
    name = "dekkend.accounts"
    direct_letters = LETTERS
