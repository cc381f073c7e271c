"""Where does a school that takes part say something else than the register, and which schools of the region do not take part yet?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.register.rules.kinds import OUR_KIND
from dekkend.register.rules.writing import key_of, website_of
from dekkend.register.words.changes import ChangeKind, Difference, Target
from dekkend.register.words.known import KnownSite, SchoolFacts
from dekkend.register.words.records import SiteRecord

UNKNOWN_BOARD = "00000"


def school_differences(
    schools: Iterable[SchoolFacts],
    known: dict[str, KnownSite],
    region: str,
    day: str,
    doubted: Mapping[str, str] | None = None,
    unplaced: Mapping[str, str] | None = None,
) -> list[Difference]:
    """For one region: what the register says otherwise of its schools, then the schools of the register that are not there yet.

    `doubted` says per brin6 why its closing is held back in the register: the school that takes part then closes no sooner. `unplaced`
    says the same of a move: address and point go together. A school that the register does not know is left alone. Nothing here is taken
    over unless a person says so.
    """
    own, doubted, unplaced = {school.brin6: school for school in schools}, doubted or {}, unplaced or {}
    found = []
    for brin6, school in own.items():
        site = known.get(brin6)
        if site and site.closed_on and not school.closed:
            found.append(_closed(school, site, region, doubted.get(brin6, "")))
        found += _of_school(school, site, region, day, unplaced.get(brin6, ""))
    there = (site.record for brin6, site in sorted(known.items()) if brin6 not in own and not site.closed_on)
    return found + [_new(record, day) for record in there if record.region == region]


def _new(record: SiteRecord, day: str) -> Difference:
    after = {
        "name": record.name,
        "kind": OUR_KIND[record.kind].value,
        **_address(record),
        "website": record.website,
        "board_number": record.board_number or UNKNOWN_BOARD,
        "board_name": record.board_name,
    }
    return Difference(Target.SCHOOL, ChangeKind.NEW, record.brin6, record.name, record.region, {}, after, noticed_on=day)


def _closed(school: SchoolFacts, site: KnownSite, region: str, doubt: str) -> Difference:
    made = _held if doubt else _difference
    why = doubt or say("De school staat niet meer in de lijst.")
    return made(ChangeKind.CLOSED, school, region, {"closed_on": school.closes_on}, {"closed_on": site.closed_on}, site.closed_on, why)


def _of_school(school: SchoolFacts, site: KnownSite | None, region: str, day: str, doubt: str) -> Iterator[Difference]:
    if site is None or site.closed_on or school.closed:
        return
    record = site.record
    if key_of(record.name) != key_of(school.name):
        why = say("Een school noemt zich vaak anders dan het register: neem de naam alleen over als hij klopt.")
        yield _held(ChangeKind.RENAMED, school, region, {"name": school.name}, {"name": record.name}, day, why)
    yield from _address_of(school, record, region, day, doubt)
    kind = OUR_KIND[record.kind].value
    if kind != school.kind:
        yield _difference(ChangeKind.KIND, school, region, {"kind": school.kind}, {"kind": kind}, day)
    if record.website and website_of(record.website) != website_of(school.website):
        yield _held(ChangeKind.DETAILS, school, region, {"website": school.website}, {"website": record.website}, day)
    if record.region and record.region != region:
        why = say("Volgens het register hoort deze school bij {region}. Regel dit met dat samenwerkingsverband.", region=record.region)
        yield _held(ChangeKind.REGION, school, region, {"region": region}, {"region": record.region}, day, why)


def _address_of(school: SchoolFacts, record: SiteRecord, region: str, day: str, doubt: str) -> Iterator[Difference]:
    was = {name: getattr(school, name) for name in ("street", "house_number", "postcode", "place")}
    now = _address(record)
    differ = [name for name in now if now[name] and key_of(now[name]) != key_of(was[name])]
    if differ:
        made = _held if doubt else _difference
        before, after = {name: was[name] for name in differ}, {name: now[name] for name in differ}
        yield made(ChangeKind.MOVED, school, region, before, after, day, doubt)


def _address(record: SiteRecord) -> dict[str, str]:
    return {"street": record.street, "house_number": record.house_number, "postcode": record.postcode, "place": record.place}


def _difference(
    kind: ChangeKind, school: SchoolFacts, region: str, before: dict[str, Any], after: dict[str, Any], day: str, why: str = ""
) -> Difference:
    return Difference(Target.SCHOOL, kind, school.brin6, school.name, region, before, after, why, day)


def _held(
    kind: ChangeKind, school: SchoolFacts, region: str, before: dict[str, Any], after: dict[str, Any], day: str, why: str = ""
) -> Difference:
    """A difference that is not taken over together with the rest: the school's own word is often the better one."""
    return Difference(Target.SCHOOL, kind, school.brin6, school.name, region, before, after, why, day, held=True)
