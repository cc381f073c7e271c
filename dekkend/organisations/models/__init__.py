"""What is stored about partnerships, boards, sites and who belongs to them?"""

from dekkend.organisations.models.membership import Membership
from dekkend.organisations.models.places import Board, Partnership, Site
from dekkend.organisations.models.scoping import ScopedManager, UnscopedQuery, within

__all__ = ["Board", "Membership", "Partnership", "ScopedManager", "Site", "UnscopedQuery", "within"]
