"""What may never be stored, in whatever field it was typed?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from dekkend.kernel.bsn import find_bsn
from dekkend.profiles.rules.cleaning import texts_in
from dekkend.profiles.words.editing import NeverKept


def refuse_numbers(given: Any, path: str = "") -> None:
    """Raises NeverKept for a number that can be of a citizen. The place is told; the number is not repeated."""
    for text in texts_in(given):
        for found in find_bsn(text):
            before = " ".join(text[: found.start].split()[-3:])
            place = gettext("na “{words}”").format(words=before) if before else gettext("aan het begin")
            raise NeverKept(
                gettext(
                    "Hier staat, {place}, een nummer dat van een kind of ouder kan zijn (BSN of onderwijsnummer). Dekkend bewaart zo'n"
                    " nummer nooit. Haal het weg. Is het een ander nummer, zet er dan voor wat het is, zoals tel. of KvK."
                ).format(place=place),
                path,
            )
