"""What did the council write so far?"""

from __future__ import annotations

from dekkend.adoption.models import Adoption, Advice


def written_so_far(adoption: Adoption) -> Advice | None:
    """The advice of this round that was not given yet. Only for the council."""
    found = Advice.anywhere.filter(adoption_id=adoption.pk, round=adoption.round, given_on__isnull=True)
    return found.prefetch_related("remarks").select_related("saved_by").first()
