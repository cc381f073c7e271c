"""Who can be stepped into in the demo?"""

from __future__ import annotations

from django.db.models import QuerySet

from dekkend.accounts.models import User
from dekkend.demo.gateways import region
from dekkend.organisations.models import Membership


def made_up_addresses() -> list[str]:
    return [row["email"] for row in region()["people"]]


def roles_of_the_demo() -> QuerySet[Membership]:
    """The roles of the made-up people, in the order of the demo; nobody else's."""
    memberships = Membership.objects.filter(user__email__in=made_up_addresses(), user__is_active=True)
    return memberships.select_related("user", "site", "board", "partnership").order_by("user_id")


def person_of_the_demo(user_id: str) -> User | None:
    if not user_id.isdecimal():
        return None
    return User.objects.filter(pk=int(user_id), email__in=made_up_addresses(), is_active=True).first()
