"""Which command lays the offers of public profiles down anew, or asks schools now whether theirs still holds?"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from dekkend.offers.actions.asking import ask_region
from dekkend.offers.actions.projecting import rebuild
from dekkend.offers.queries import place_of
from dekkend.organisations.models import Partnership


class Command(BaseCommand):
    help = (
        "Legt het aanbod van openbare profielen opnieuw neer (rebuild), of vraagt scholen of het nog klopt als dat aan de beurt is (ask)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["rebuild", "ask"], metavar="WAT", help="rebuild of ask")
        parser.add_argument("--place", default="", metavar="CODE", help="vestigingscode of code van een samenwerkingsverband; anders alles")

    def handle(self, *args: Any, **options: Any) -> None:
        place = place_of(options["place"]) if options["place"] else None
        if options["place"] and place is None:
            raise CommandError(f"Geen school of samenwerkingsverband met de code {options['place']}.")
        if options["what"] == "rebuild":
            self.stdout.write(f"{rebuild(place)} profielen opnieuw neergelegd.")
            return
        if place is not None and not isinstance(place, Partnership):
            raise CommandError("Vragen gaat per samenwerkingsverband. Geef de code van een samenwerkingsverband, of geen code.")
        now = timezone.now()
        regions = [place] if place else Partnership.objects.order_by("pk")
        mails = sum(ask_region(region, today=timezone.localdate(now), now=now) for region in regions)
        self.stdout.write(f"{mails} mails klaargezet.")
