"""Who may ask other schools, and who may answer for a school?"""

from __future__ import annotations

from dekkend.needcards.words.cards import SCHOOL
from dekkend.organisations.models import Site
from dekkend.organisations.permissions import has_role
from dekkend.organisations.words import Level, Role, Scope

# Coordinators and directors of a school. A board, a region and whoever runs the machine never see a card.
may_ask = has_role(*SCHOOL)


def may_act_for(scope: Scope, site: Site) -> bool:
    """This person looks after support at exactly this school."""
    return site.pk in scope.only(*SCHOOL).ids(Level.SITE)


def role_at(scope: Scope, site: Site) -> Role | None:
    """As what this person acts for the school; the coordinator when someone is both."""
    roles = {grant.role for grant in scope.only(*SCHOOL).grants if grant.place_id == site.pk}
    return next((role for role in SCHOOL if role in roles), None)
