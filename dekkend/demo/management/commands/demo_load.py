"""How is the demo filled and explained? Loads the made-up region and prints who can log in."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from dekkend.demo.actions import load_region, publish_first, read_samples
from dekkend.organisations.models import Membership


class Command(BaseCommand):
    help = "Fill an empty database with the made-up region Zilverkust and print who can log in."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is not a demo installation: made-up schools do not belong in it.")
        call_command("migrate", verbosity=0)
        password = kept_password()
        people = load_region(password)
        adviser, now = people[0], timezone.now()
        documents = read_samples(by=adviser, now=now)
        publish_first(documents, by=adviser, now=now)
        for document in documents:
            self.stdout.write(f"  {document.name:34} {document.refusal or document.status.label}")
        self.stdout.write("\nSWV Zilverkust, a made-up region. Log in as:\n")
        for person in people:
            roles = ", ".join(str(membership) for membership in Membership.objects.filter(user=person))
            self.stdout.write(f"  {person.email:34} {roles}")
        self.stdout.write(f"\nPassword for everyone: {password}\nOr step into a role without it: choose 'Stap in' in the menu.\n")


def kept_password() -> str:
    """One random password for this demo, kept beside its database."""
    path = Path(settings.VAR) / "demo-password"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"zilverkust-{secrets.token_hex(4)}")
        path.chmod(0o600)
    return path.read_text().strip()
