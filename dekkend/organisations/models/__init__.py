"""What is stored about partnerships, boards, sites, places, and who belongs to them?"""

from dekkend.organisations.models.invitations import Invitation
from dekkend.organisations.models.membership import Membership
from dekkend.organisations.models.places import Board, Partnership, Place, Site
from dekkend.organisations.models.scoping import RegionManager, ScopedManager, UnscopedQuery, within

__all__ = ["Board", "Invitation", "Membership", "Partnership", "Place", "RegionManager", "ScopedManager", "Site", "UnscopedQuery", "within"]
