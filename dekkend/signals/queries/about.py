"""What is a report about: what stands at this place on the public page of a school, and who will read what is said of it?"""

from __future__ import annotations

from datetime import date
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.offers.queries import offers_of
from dekkend.organisations.models import Site
from dekkend.organisations.queries import people_at
from dekkend.organisations.words import Role
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.queries import as_profile, public_version
from dekkend.profiles.rules.catalogue import say_offer
from dekkend.profiles.rules.items import item_of, value_of
from dekkend.profiles.rules.naming import say_value, short
from dekkend.profiles.rules.open_data import for_everyone
from dekkend.profiles.rules.paths import UnknownPath
from dekkend.register.queries.closures import closed_since
from dekkend.signals.models import Signal
from dekkend.signals.words import OWNERS, About, Reader

WHOLE_PAGE = say("De hele pagina")
LONGEST_QUOTE = 600  # characters


def version_of(brin6: str, school_year: str, *, today: date) -> ProfileVersion | None:
    """The version that everyone sees of this year."""
    return public_version(brin6, school_year, today=today)


def about(version: ProfileVersion, path: str, *, today: date) -> About:
    """What stands at `path` in this version, as everyone sees it; the whole page for a path that is not in it."""
    try:
        return _about_item(version, path, today) if path else _about_page(version)
    except (UnknownPath, IndexError, KeyError):
        return _about_block(version, path)


def said_since(signal: Signal, *, today: date) -> tuple[ProfileVersion, About] | None:
    """What a later public version says at the place that a report is about; None when the version of the report still counts."""
    if signal.site is None or not (version := public_version(signal.site.brin6, today=today)):
        return None
    if (version.school_year, version.number) <= (signal.school_year, signal.number or 0):
        return None
    return version, about(version, signal.path, today=today)


def reader_of(site: Site, *, today: date) -> Reader:
    """The school when someone there can log in, else its board, else nobody; of a school that closed nobody."""
    if closed_since(site.pk):
        return Reader.NOBODY
    if people_at(site, OWNERS, today):
        return Reader.SCHOOL
    return Reader.BOARD if people_at(site, (Role.BOARD,), today) else Reader.NOBODY


def _about_page(version: ProfileVersion) -> About:
    return About(version.school_year, version.number, "", WHOLE_PAGE, "", "", "")


def _about_block(version: ProfileVersion, path: str) -> About:
    """A whole table of the form, such as the building; anything else is about the page."""
    block = next((block for block in load_template(version.template).blocks() if block.id == path), None)
    return About(version.school_year, version.number, path, block.title[:500], "", "", "") if block else _about_page(version)


def _about_item(version: ProfileVersion, path: str, today: date) -> About:
    template, catalogue = load_template(version.template), load_catalogue()
    item = item_of(template, path)
    values = for_everyone(as_profile(version), template)["values"]  # without the names of who signed: anyone can ask for any path
    value = value_of(values, item)
    known = catalogue.item(item.path)
    row: Any = value if isinstance(value, dict) else {}
    choice, note = row.get("choice"), row.get("note") or ""
    label = row.get("label") or (known.label if known else short(item.label))
    sentence = say_offer(catalogue, item.path, choice) if known else say_value(template, item.path, choice if row else value)
    read = version.evidence.get(item.path) if known or row else None
    quote = note or (read or {}).get("quote") or ""
    code = known.code if known else _code_of(version, item.path, today)
    return About(version.school_year, version.number, item.path, label[:500], _cut(sentence), _cut(quote), code)


def _code_of(version: ProfileVersion, path: str, today: date) -> str:
    """An own row is a kind of support when a person of the region said so."""
    if ".own_rows[" not in path:
        return ""
    return next((offer.code for offer in offers_of(version.site, today=today) if offer.claim.path == path), "")


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"
