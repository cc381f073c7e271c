"""How is the demo filled, emptied and explained? Loads the made-up region and prints who can log in."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from dekkend.demo.actions.emptying import empty
from dekkend.demo.actions.loading import fill
from dekkend.demo.gateways.files import kept_password
from dekkend.demo.queries import roles_of_the_demo


class Command(BaseCommand):
    help = "Fill the database with the made-up region Zilverkust and print who can log in. Twice does no harm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reset", action="store_true", help="first remove everything that is in the database of this demo")

    def handle(self, *args: Any, reset: bool, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is not a demo installation: made-up schools do not belong in it.")
        call_command("migrate", verbosity=0)
        if reset:
            empty()
        password = kept_password(Path(settings.VAR))
        documents = fill(password, now=timezone.now())
        if documents:
            self.stdout.write(f"{len(documents)} documents were handed in; they are read as soon as the server runs.")
        self.explain(password)

    def explain(self, password: str) -> None:
        self.stdout.write("\nSWV Zilverkust, a made-up region. Log in as:\n")
        for membership in roles_of_the_demo():
            self.stdout.write(f"  {membership.user.email:34} {membership}")
        self.stdout.write(f"\nPassword for everyone: {password}\nOr step into a role without it, in the bar at the top of every page.\n")
