"""Which records of HSDS are there today, made from what schools made public?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from dekkend.offers.rules.telling import now_line
from dekkend.offers.words import Availability
from dekkend.organisations.models import Board, Partnership, Site
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.publishing.queries.open_data import everything, freshness, points_on_globe, regions, sites_in_order
from dekkend.publishing.rules import hsds
from dekkend.publishing.rules.hsds_keys import identifier
from dekkend.publishing.words.hsds import BOARD, REGION, SUPPORT, Given, Index

Record = dict[str, Any]


@lru_cache(maxsize=2)
def index(today: date, fresh: tuple[object, ...]) -> Index:
    """Everything that is offered today; kept until an offer changes. Names of schools and boards are asked anew each time."""
    return hsds.index_of(
        hsds.given_by(
            offer,
            brin6=site.brin6,
            board=site.board.number,
            board_id=site.board_id,
            sentence=" ".join(part for part in (line.sentence, line.note) if part),
        )
        for site, offers in everything(today=today)
        for offer in offers
        if offer.offered and offer.state is not Availability.GONE and (line := now_line(offer, today))
    )


@dataclass(frozen=True)
class Records:
    """What is public today, one record at a time."""

    today: date

    @classmethod
    def of(cls, request: HttpRequest) -> Records:
        return cls(request.today)  # type: ignore[attr-defined]

    @staticmethod
    def terms() -> list[Record]:
        return hsds.terms(load_catalogue())

    @cached_property
    def index(self) -> Index:
        return index(self.today, freshness(today=self.today))

    @cached_property
    def sites(self) -> list[Site]:
        """Those that offer something, by their number."""
        return [site for site in sites_in_order() if site.pk in self.index.sites]

    @cached_property
    def site_of(self) -> dict[int, Site]:
        return {site.pk: site for site in self.sites}

    @cached_property
    def points(self) -> dict[str, tuple[float, float]]:
        """Where each site lies, as far as the register knows: longitude and latitude."""
        return points_on_globe()

    @cached_property
    def boards(self) -> dict[int, Board]:
        return {site.board_id: site.board for site in self.sites}

    @cached_property
    def organizations(self) -> list[Record]:
        boards = sorted(self.boards.values(), key=lambda board: board.number)
        found: list[Partnership] = list(regions(today=self.today))
        return [board_record(board) for board in boards] + [hsds.organization(REGION, each.code, each.name) for each in found]

    def whole_organization(self, key: str) -> Record | None:
        """With its locations, when it is a board."""
        record = next((each for each in self.organizations if each["id"] == key), None)
        if record is None:
            return None
        theirs = [site for site in self.sites if board_key(site.board) == key]
        return record | {"locations": [self.location(site) for site in theirs]}

    def services(self, organization: UUID | None, term: UUID | None) -> list[str]:
        return [key for key, given in self.index.services.items() if self.fits(given[0], organization, term)]

    def given(self, location: UUID | None, organization: UUID | None, term: UUID | None) -> list[Given]:
        place = None if location is None else next((s.pk for s in self.sites if identifier("location", s.brin6) == str(location)), 0)
        of_site = self.index.sites
        rows: Sequence[Given] = self.index.given if place is None else of_site.get(place, ())
        return [each for each in rows if self.fits(each, organization, term)]

    def fits(self, given: Given, organization: UUID | None, term: UUID | None) -> bool:
        if organization is not None and board_key(self.boards[given.board_id]) != str(organization):
            return False
        return term is None or identifier("taxonomy_term", SUPPORT, given.code) == str(term)

    def service(self, key: str) -> Record:
        given = self.index.services[key]
        return hsds.service(given, load_catalogue().item(given[0].code), board_record(self.boards[given[0].board_id]))

    def whole_service(self, key: str) -> Record | None:
        """With every place where it is given."""
        if key not in self.index.services:
            return None
        return self.service(key) | {"service_at_locations": [self.at_location(each) for each in self.index.services[key]]}

    def at_location(self, given: Given) -> Record:
        return hsds.at_location(given, self.location(self.site_of[given.site_id]))

    def location(self, site: Site) -> Record:
        address = {"street": site.address, "postcode": site.postcode, "place": site.place}
        place = hsds.location(site.brin6, site.name, site.kind, address, site.board.number, self.index.sites[site.pk])
        return hsds.at_point(place, self.points.get(site.brin6))

    def location_called(self, key: str) -> Record | None:
        return next((self.location(site) for site in self.sites if identifier("location", site.brin6) == key), None)


def board_key(board: Board) -> str:
    return identifier("organization", BOARD, board.number)


def board_record(board: Board) -> Record:
    return hsds.organization(BOARD, board.number, board.name)
