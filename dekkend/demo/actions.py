"""How does the made-up region get into an empty database? Twice does no harm."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from dekkend.accounts.models import User
from dekkend.demo.gateways import region
from dekkend.organisations.models import Board, Membership, Partnership, Site


@transaction.atomic
def load_region(password: str) -> list[User]:
    """Make the partnership, its boards, sites and people; every person gets this password."""
    data = region()
    partnership, _ = Partnership.objects.get_or_create(code=data["partnership"]["code"], defaults=data["partnership"])
    boards = {row["number"]: Board.objects.get_or_create(number=row["number"], defaults=row)[0] for row in data["boards"]}
    sites = {row["brin6"]: add_site(row, partnership, boards) for row in data["sites"]}
    return [add_person(row, password, partnership, boards, sites) for row in data["people"]]


def add_site(row: dict[str, Any], partnership: Partnership, boards: dict[str, Board]) -> Site:
    fields = row | {"board": boards[row["board"]], "partnership": partnership}
    return Site.anywhere.get_or_create(brin6=row["brin6"], defaults=fields)[0]


def add_person(row: dict[str, Any], password: str, partnership: Partnership, boards: dict[str, Board], sites: dict[str, Site]) -> User:
    user = User.objects.filter(email=row["email"]).first()
    if user is None:
        user = User.objects.create_user(row["email"], password, name=row["name"])
    site, board = sites.get(row.get("site", "")), boards.get(row.get("board", ""))
    region_wide = None if site or board else partnership
    Membership.objects.get_or_create(user=user, role=row["role"], site=site, board=board, partnership=region_wide)
    return user
