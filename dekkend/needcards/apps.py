"""Which Django application is this? Need cards: schools that ask each other."""

from django.apps import AppConfig


class NeedcardsConfig(AppConfig):
    name = "dekkend.needcards"
