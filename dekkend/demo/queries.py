"""Who can be stepped into in the demo, and what is there to see?"""

from __future__ import annotations

from django.db.models import QuerySet

from dekkend.accounts.models import User
from dekkend.demo.gateways.files import facts
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role


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


def person_of_the_demo(user_id: str) -> User | None:
    if not user_id.isdecimal():
        return None
    return User.objects.filter(pk=int(user_id), email__in=made_up_addresses(), is_active=True).first()
