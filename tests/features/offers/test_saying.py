"""Can a school say how its offer stands, take it back, and does the frozen profile stay as it was?"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dekkend.audit.models import Entry
from dekkend.offers.actions import saying
from dekkend.offers.actions.overtaking import end_overtaken
from dekkend.offers.actions.projecting import take_up
from dekkend.offers.models import OfferState
from dekkend.offers.queries import history_of, offers_of, reported_gone, revision_of
from dekkend.offers.rules.telling import different
from dekkend.offers.words import Availability, Refused, Said
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from dekkend.profiles.actions.confirming import confirm as confirm_items
from dekkend.profiles.actions.making import copy_forward
from tests.corpus.school import vuursprot
from tests.factories.offers import NOW, NT2, TODAY, a_public_offer
from tests.factories.organisations import a_region, a_site
from tests.factories.sessions import signed_in_fully

pytestmark = pytest.mark.django_db
PAUSED = Said(Availability.PAUSED, from_day=TODAY, until=TODAY + timedelta(7), note_for_parents="De leraar is ziek.", role="NT2", persons=1)


@pytest.fixture
def given(person, site):
    director = person(Role.DIRECTOR, site)
    return {"by": director, "scope": scope_of(director, TODAY), "today": TODAY, "now": NOW}


def offer(site, key=NT2, today=TODAY):
    return next(each for each in offers_of(site, today=today) if each.claim.key == key)


def test_a_pause_counts_on_its_days_and_leaves_the_frozen_profile_as_it_was(site, given):
    version = a_public_offer(site)
    before = version.values
    saying.declare(site, NT2, PAUSED, **given)
    assert offer(site).state is Availability.PAUSED
    assert not offer(site).deliverable
    assert offer(site, today=TODAY + timedelta(8)).deliverable
    version.refresh_from_db()
    assert version.values == before


def test_each_change_is_kept_written_down_and_raises_the_revision(site, given):
    a_public_offer(site)
    before = revision_of(site.partnership)
    saying.declare(site, NT2, PAUSED, **given)
    saying.confirm(site, NT2, **given)
    assert revision_of(site.partnership) == before + 2
    assert [each.state for each in history_of(site, NT2)] == ["paused", "paused"]
    assert OfferState.anywhere.filter(ended_at=None).count() == 1
    sentences = [str(entry) for entry in Entry.objects.order_by("-pk")[:2]]
    assert "bevestigde het aanbod" in sentences[0]
    assert "tijdelijk niet beschikbaar" in sentences[1]
    assert "ziek" not in " ".join(sentences), "the log does not repeat what was typed"


def test_confirming_keeps_what_was_said_and_dates_it(site, given):
    a_public_offer(site)
    saying.declare(site, NT2, replace(PAUSED, until=None), **given)
    later = given | {"today": TODAY + timedelta(30)}
    saying.confirm(site, NT2, **later)
    stands = offer(site, today=TODAY + timedelta(30))
    assert (stands.state, stands.said.note_for_parents, stands.confirmed_on) == (Availability.PAUSED, "De leraar is ziek.", later["today"])


def test_confirming_after_a_pause_is_over_says_that_it_can_be_given(site, given):
    a_public_offer(site)
    saying.declare(site, NT2, PAUSED, **given)
    later = TODAY + timedelta(30)
    saying.confirm(site, NT2, **(given | {"today": later}))
    assert offer(site, today=later).said == Said(role="NT2", persons=1)


def test_undoing_goes_back_one_step_at_a_time_and_keeps_the_history(site, given):
    a_public_offer(site)
    undo = {name: given[name] for name in ("by", "scope", "today", "now")}
    saying.declare(site, NT2, Said(persons=2), **given)
    saying.declare(site, NT2, PAUSED, **given)
    saying.declare(site, NT2, Said(Availability.GONE), **given)
    seen = []
    for _ in range(3):
        saying.undo(site, NT2, **undo)
        seen.append((offer(site).state, offer(site).said.persons))
    assert seen == [(Availability.PAUSED, 1), (Availability.AVAILABLE, 2), (Availability.AVAILABLE, None)]
    with pytest.raises(Refused):
        saying.undo(site, NT2, **undo)
    assert history_of(site, NT2).count() == 5


@pytest.mark.parametrize("key", ["expertise.behaviour", "expertise.geen", "hgw.partners"])
def test_only_what_the_school_says_it_has_can_be_confirmed_or_paused(site, given, key):
    a_public_offer(site)
    with pytest.raises(Refused):
        saying.declare(site, key, PAUSED, **given)
    assert not OfferState.anywhere.exists()


@pytest.mark.parametrize("role", [Role.TEACHER, Role.COUNCIL, Role.BOARD, Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR])
def test_nobody_but_the_school_itself_says_how_its_offer_stands(site, person, given, role):
    a_public_offer(site)
    other = person(role, site)
    with pytest.raises(PermissionDenied):
        saying.declare(site, NT2, PAUSED, **(given | {"scope": scope_of(other, TODAY)}))


def test_a_director_says_nothing_of_another_school(site, given):
    other = a_site(a_region("SWV Elders"))
    a_public_offer(other)
    with pytest.raises(PermissionDenied):
        saying.confirm(other, NT2, **given)


def test_what_was_said_stays_with_the_row_in_the_profile_of_the_next_year(site, given):
    a_public_offer(site)
    saying.declare(site, NT2, replace(PAUSED, until=None), **given)
    a_public_offer(site, year="2027-2028", on=date(2027, 7, 20))
    assert offer(site, today=date(2027, 9, 1)).state is Availability.PAUSED


def test_what_no_longer_exists_is_an_open_point_in_the_draft_of_next_year(site, given):
    own = {"rows": {}, "own_rows": [{"label": "Tuin", "choice": "yes", "note": None}, {"label": "Plusklas", "choice": "yes", "note": None}]}
    values = vuursprot()["values"]
    a_public_offer(site, expertise={**values["expertise"], "own_rows": own["own_rows"]})
    draft = copy_forward(site, "2027-2028", by=given["by"], now=NOW)
    confirm_items(draft, [NT2, "expertise.autism", "expertise.own_rows[1]"], by=given["by"], now=NOW)
    plusklas = next(each.claim.key for each in offers_of(site, today=TODAY) if each.claim.label == "Plusklas")
    for key in (NT2, plusklas):
        saying.declare(site, key, Said(Availability.GONE), **given)
    draft.refresh_from_db()
    still = {path: entry["open"] for path, entry in draft.standing.items()}
    assert (still[NT2], still["expertise.own_rows[1]"], still["expertise.autism"]) == (True, True, False)
    assert draft.values["expertise"]["rows"]["second_language"]["choice"] == "yes", "the text waits for a person"
    assert reported_gone(site) == [NT2, plusklas]


def a_version(site, choice: str, *, year: str = "2026-2027", on: date = TODAY) -> None:
    """A public version with this answer about NT2, with its rows."""
    block = deepcopy(vuursprot()["values"]["expertise"])
    block["rows"]["second_language"]["choice"] = choice
    a_public_offer(site, year=year, on=on, expertise=block)
    take_up()


def test_a_pause_does_not_outlive_an_adopted_no_and_the_history_says_what_ended_it(site, given):
    a_version(site, "yes")
    saying.declare(site, NT2, PAUSED, **given)
    a_version(site, "no")
    said_no = offer(site)
    assert (said_no.offered, said_no.said, different(said_no, TODAY)) == (False, Said(), "")
    a_version(site, "yes")
    assert offer(site).deliverable, "a pause of before the no does not come back"
    [state] = history_of(site, NT2)
    assert (state.overtaken_by.number, state.ended_at is None) == (2, False)
    assert "vervallen: het aanbod van 2026-2027" in signed_in_fully(given["by"]).get(f"/aanbod/{site.brin6}/{NT2}/").content.decode()


def test_a_pause_outlives_a_correction_that_says_the_same_and_an_older_year(site, given):
    a_version(site, "yes")
    saying.declare(site, NT2, PAUSED, **given)
    a_version(site, "yes")
    a_version(site, "no", year="2025-2026")
    assert offer(site).state is Availability.PAUSED


def test_what_is_published_ahead_ends_a_pause_only_once_it_counts(site, given):
    a_version(site, "yes")
    saying.declare(site, NT2, Said(Availability.PAUSED), **given)
    a_version(site, "no", year="2027-2028")
    assert offer(site).state is Availability.PAUSED
    assert not offer(site, today=date(2027, 8, 1)).offered
    assert end_overtaken([site.pk], date(2027, 8, 1)) == 1


def test_confirming_again_after_a_no_starts_from_what_the_profile_says(site, given):
    a_version(site, "yes")
    saying.declare(site, NT2, PAUSED, **given)
    a_version(site, "no")
    a_version(site, "yes")
    saying.confirm(site, NT2, **given)
    assert offer(site).deliverable
