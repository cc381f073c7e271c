"""How is the demo filled, emptied and explained? Loads the made-up region and prints who can log in."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from dekkend.demo.actions.adding_open_data import add_open_data
from dekkend.demo.actions.emptying import empty
from dekkend.demo.actions.loading import fill
from dekkend.demo.actions.recognising import NotADemo, refuse_real_data
from dekkend.demo.gateways.files import kept_password
from dekkend.demo.gateways.open_data import NotOpenData, OpenData, read_open_data
from dekkend.demo.queries import roles_of_the_demo, schools_in


class Command(BaseCommand):
    help = "Vul de database met de verzonnen regio Zilverkust en zeg wie kan inloggen. Twee keer kan geen kwaad."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reset", action="store_true", help="haal eerst alles weg dat in de database van deze demo staat")
        parser.add_argument("--real", metavar="MAP", help="laad ook de open data in MAP: lijsten in data en teksten in seeds")
        parser.add_argument("--region", default="PO2815", help="welk samenwerkingsverband van de open data (PO2815)")

    def handle(self, *args: Any, reset: bool, real: str | None, region: str, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "Dit is geen demo: verzonnen scholen horen hier niet. "
                "Start met DJANGO_SETTINGS_MODULE=dekkend.config.settings.demo en een eigen DEKKEND_VAR."
            )
        self.look_around()
        found = self.look_in(Path(real), region) if real is not None else None
        call_command("migrate", verbosity=0)
        if reset:
            empty()
        password = kept_password(Path(settings.VAR))
        documents = len(fill(password, now=timezone.now()))
        if found:
            documents += add_open_data(found, region, password, now=timezone.now())
            left_out = f"; {found.left_out} regels niet, omdat zij niet bruikbaar zijn" if found.left_out else ""
            self.stdout.write(f"{schools_in(region)} scholen van {region} zijn geladen{left_out}.")
        if documents:
            self.stdout.write(f"{documents} documenten zijn ingeleverd; zij worden gelezen zodra de webserver draait.")
        self.explain(password)

    def look_around(self) -> None:
        """Before anything is touched, also before the tables are brought up to date: is this database the demo's own?"""
        try:
            refuse_real_data()
        except NotADemo as problem:
            raise CommandError(str(problem)) from problem

    def look_in(self, folder: Path, region: str) -> OpenData:
        """Before anything is touched: is the folder what it should be?"""
        try:
            return read_open_data(folder, region)
        except (NotOpenData, OSError) as problem:
            raise CommandError(str(problem)) from problem

    def explain(self, password: str) -> None:
        self.stdout.write("\nSWV Zilverkust, een verzonnen regio. Log in als:\n")
        for membership in roles_of_the_demo():
            self.stdout.write(f"  {membership.user.email:34} {membership}")
        self.stdout.write(f"\nWachtwoord voor iedereen: {password}\nOf stap zonder wachtwoord in een rol, in de balk boven elke pagina.\n")
