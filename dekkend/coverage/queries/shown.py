"""What stands behind the figures of a kind, as rows that a screen lists and a person may see?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from dekkend.coverage.queries.comparing import boards_of_region
from dekkend.coverage.rules.earlier import earlier_rows
from dekkend.coverage.rules.evidence import HAS_IT, HAS_IT_NOT, ORDER, behind
from dekkend.coverage.rules.figures import Row
from dekkend.coverage.words import SIGNS, Coverage, Evidence
from dekkend.offers.words import Sign
from dekkend.profiles.models import ProfileVersion


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """What one school says of one kind. `address` leads to the version with this sentence, "" for a school without a public profile.

    `earlier`: it says so in the profile of an earlier school year than that of today.
    """

    brin6: str
    school: str
    board: str
    sign: Sign
    quote: str
    reason: str
    school_year: str
    confirmed_on: date | None
    address: str
    row: str = ""
    ticked: bool = False
    earlier: bool = False

    @property
    def reason_tells(self) -> bool:
        """The reason says more than the sign beside it."""
        return self.reason not in (HAS_IT, HAS_IT_NOT)

    @property
    def order(self) -> int:
        return [SIGNS[number] for number in ORDER].index(self.sign)


def evidence_of(coverage: Coverage, code: str, boards: frozenset[int]) -> tuple[EvidenceRow, ...]:
    """Every school of the region, or of these boards, with what it says of this kind. One query."""
    found = behind(coverage, code)
    inside = {site.brin6 for site in coverage.sites[: coverage.ground.inside]}
    told = [each for each in found.evidence if each.site.brin6 in inside] if found else []
    seen = [each for each in told if not boards or each.site.board_id in boards]
    numbers = numbers_of(offer.version_id for each in seen for offer in each.offers)
    earlier = {coverage.sites[row].brin6 for row in earlier_rows(coverage)}
    return tuple(_row(each, numbers, each.site.brin6 in earlier) for each in seen)


def numbers_of(versions) -> dict[int, int]:  # type: ignore[no-untyped-def]
    """The number of each of these versions within its school and year. One query."""
    return dict(ProfileVersion.anywhere.filter(pk__in=set(versions)).values_list("pk", "number"))


def _row(each: Evidence, numbers: dict[int, int], earlier: bool) -> EvidenceRow:
    version = next((numbers[offer.version_id] for offer in each.offers if offer.version_id in numbers), None)
    address = reverse("profiles:version", args=[each.site.brin6, each.school_year, version]) if version else ""
    site = each.site
    return EvidenceRow(
        brin6=site.brin6,
        school=site.name,
        board=site.board,
        sign=each.sign,
        quote=each.quote,
        reason=each.reason,
        school_year=each.school_year,
        confirmed_on=each.confirmed_on,
        address=address,
        row=each.row,
        ticked=each.ticked,
        earlier=earlier,
    )


def board_rows(coverage: Coverage, own: frozenset[int]) -> tuple[Row, ...]:
    """One row for each board, or for each of these."""
    mine = {str(key) for key in own}
    return tuple(row for row in boards_of_region(coverage) if not mine or row.code in mine)
