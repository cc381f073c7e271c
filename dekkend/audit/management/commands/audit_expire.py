"""Which entries of the log are over their term? `dekkend audit_expire` removes them and says how many. Workers do so
once a day by themselves."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from dekkend.audit.actions import remove_expired


class Command(BaseCommand):
    help = "Verwijder regels van het logboek waarvan de bewaartermijn voorbij is; het logboek blijft controleerbaar."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        removed = remove_expired(today=timezone.localdate(now), now=now)
        for chain, count in removed.items():
            self.stdout.write(f"Keten {chain}: {count} regels verwijderd.")
        if not removed:
            self.stdout.write("Van geen enkele regel is de bewaartermijn voorbij.")
