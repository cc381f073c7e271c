"""Who can be stepped into in the demo, and what does its bar show?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest

from dekkend.accounts.models import User
from dekkend.demo.gateways.files import facts
from dekkend.demo.rules.clock import FIRST, LAST
from dekkend.organisations.models import Membership, Partnership, Site
from dekkend.organisations.words import Role
from dekkend.reading.models import SourceDocument
from dekkend.ui.translation import translated


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of the demo at the top of every page. `people` are pairs of address and description, `me` the address of who looks."""

    template: str
    people: tuple[tuple[str, str], ...]
    me: str
    today: date | None
    first: date = FIRST
    last: date = LAST


def bar(request: HttpRequest) -> Bar:
    """Made without asking the database: it stands on every page."""
    # A request that was refused at the door, for a wrong host name, has no user yet.
    me = str(request.user.email) if hasattr(request, "user") and request.user.is_authenticated else ""
    return Bar("demo/bar.html", tuple(_described()), me, getattr(request, "today", None))


def _described() -> list[tuple[str, str]]:
    """In words: "Intern begeleider, De Zilvertoren"."""
    made_up = facts()
    boards = {row["number"]: row["name"] for row in made_up["boards"]}
    region = made_up["partnership"]["name"]
    return [
        (row["email"], f"{translated(Role(row['role']).label)}, {row.get('school') or boards.get(row.get('board'), region)}")
        for row in made_up["people"]
    ]


def made_up_addresses() -> list[str]:
    made_up = facts()
    return [row["email"] for row in (*made_up["people"], made_up["guest"])]


def adviser_address() -> str:
    """Who handed in the documents."""
    return next(str(row["email"]) for row in facts()["people"] if row["role"] == Role.ADVISER.value)


def roles_of_the_demo() -> QuerySet[Membership]:
    """The roles of the made-up people, in the order of the demo; nobody else's."""
    memberships = Membership.anywhere.filter(user__email__in=made_up_addresses(), user__is_active=True)
    return memberships.select_related("user", "site", "board", "partnership").order_by("user_id")


def began_as_demo() -> bool:
    """The made-up adviser of the made-up region is there. Filling makes them, and only in a database that was empty."""
    code = facts()["partnership"]["code"]
    return Membership.anywhere.filter(partnership__code=code, user__email=adviser_address(), role=Role.ADVISER.value).exists()


def other_partnerships() -> list[str]:
    """The codes of regions that the demo did not make: neither the made-up one, nor one of open data, where its guest looks around."""
    made_up = facts()
    guests = Membership.anywhere.filter(user__email=made_up["guest"]["email"], partnership__isnull=False).values("partnership")
    others = Partnership.objects.exclude(code=made_up["partnership"]["code"]).exclude(pk__in=guests)
    return list(others.order_by("code").values_list("code", flat=True))


def holds_anything() -> bool:
    return Partnership.objects.exists() or User.objects.exists()


def person_of_the_demo(address: str) -> User | None:
    if address not in made_up_addresses():
        return None
    return User.objects.filter(email=address, is_active=True).first()


def documents_by_name() -> dict[str, SourceDocument]:
    """The documents that the adviser of the demo handed in, by the name of the file."""
    documents = SourceDocument.anywhere.filter(batch__uploaded_by__email=adviser_address()).defer("reading", "lines")
    return {document.name: document for document in documents}


def schools_in(code: str) -> int:
    """How many schools this partnership has here."""
    return Site.anywhere.filter(partnership__code=code).count()
