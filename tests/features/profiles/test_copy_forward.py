"""Does a new school year begin with last year's answers, each to be confirmed, and without what is about one year only?"""

from __future__ import annotations

import datetime

import pytest

from dekkend.audit.models import Entry
from dekkend.organisations.words import Role
from dekkend.profiles.actions import confirm, copy_forward, correct, freeze_draft, overrule, publish_draft
from dekkend.profiles.models import ProfileDraft, RestorePoint
from dekkend.profiles.queries import completeness_of, findings_of, overruled_of, year_before
from dekkend.profiles.words.editing import EditRefused
from tests.features.profiles.drafting import NOW, a_draft, later, stored, type_in

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 10, 1)


@pytest.fixture
def anna(person, site):
    return person(Role.COORDINATOR, site)


@pytest.fixture
def last_year(site, anna):
    draft = a_draft(site, anna, "2025-2026", vision="Samen.")
    confirm(draft, ["vision"], by=anna, now=NOW)
    return publish_draft(draft, on=DAY, by=anna)


def test_every_answer_is_there_and_to_be_confirmed_and_knows_since_when_it_is_so(site, anna, last_year):
    draft = copy_forward(site, "2026-2027", by=anna, now=NOW)
    assert (draft.values["vision"], draft.copied_from) == ("Samen.", last_year)
    assert draft.standing["vision"] == {"since": "2025-2026", "confirmed_on": "2026-05-12", "open": True}
    assert draft.standing["school.phone"] == {"since": "2025-2026", "confirmed_on": None, "open": True}
    confirm(draft, ["vision"], by=anna, now=later(1))
    assert stored(draft).standing["vision"] == {"since": "2025-2026", "confirmed_on": "2026-05-12", "open": False}
    type_in(draft, "school.phone", "000-9", by=anna)
    assert stored(draft).standing["school.phone"] == {"since": "2026-2027", "confirmed_on": "2026-05-12", "open": False}


def test_who_signed_and_the_money_of_one_year_stay_behind(site, anna, last_year):
    draft = copy_forward(site, "2026-2027", by=anna, now=NOW)
    assert set(draft.values["adoption"].values()) == set(draft.values["budget"].values()) == {None}
    assert not any(path.startswith(("adoption", "budget")) for path in draft.standing)
    assert year_before(draft).values["budget"]["fixed_amount"]
    assert draft.evidence == {}


def test_in_a_draft_that_was_begun_only_what_is_empty_is_filled(site, anna, last_year):
    draft = a_draft(site, anna, vision="Al geschreven.", spending=None)
    draft = copy_forward(site, "2026-2027", by=anna, now=later(1))
    assert (draft.values["vision"], draft.values["spending"]) == ("Al geschreven.", last_year.values["spending"])
    assert RestorePoint.anywhere.get().reason == "Vóór het overnemen van 2025-2026"
    assert ProfileDraft.anywhere.filter(closed_at__isnull=True).count() == 1


def test_a_public_version_goes_before_a_later_one_that_is_only_frozen(site, anna, last_year):
    freeze_draft(a_draft(site, anna, "2026-2027", vision="Nog niet openbaar."), by=anna, now=NOW)
    assert copy_forward(site, "2027-2028", by=anna, now=NOW).copied_from == last_year


def test_what_was_only_frozen_is_better_than_nothing(site, anna):
    version = freeze_draft(a_draft(site, anna, "2025-2026"), by=anna, now=NOW)
    assert copy_forward(site, "2026-2027", by=anna, now=NOW).copied_from == version


def test_without_an_earlier_profile_there_is_nothing_to_copy(site, anna):
    with pytest.raises(EditRefused, match="nog geen eerder profiel"):
        copy_forward(site, "2026-2027", by=anna, now=NOW)


def test_a_document_that_says_the_same_as_last_year_keeps_its_year(site, anna, last_year):
    draft = a_draft(site, anna, vision="Samen.", spending="Anders dan vorig jaar.")
    assert (draft.standing["vision"]["since"], draft.standing["spending"]["since"]) == ("2025-2026", "2026-2027")


def test_a_frozen_version_is_corrected_in_a_new_draft_of_the_same_year(site, anna, last_year):
    draft = correct(last_year, by=anna, now=NOW)
    assert (draft.school_year, draft.values, draft.standing) == ("2025-2026", last_year.values, last_year.standing)
    with pytest.raises(EditRefused, match="al een concept"):
        correct(last_year, by=anna, now=NOW)
    assert freeze_draft(draft, by=anna, now=NOW).number == 2


QUOTA = "Wij nemen ten hoogste twee leerlingen met extra ondersteuning per groep aan."


def test_a_finding_that_was_set_aside_stays_so_while_the_text_is_the_same(site, anna):
    draft = a_draft(site, anna, "2025-2026", extra_support=QUOTA)
    finding = next(each for each in findings_of(draft, today=NOW.date()).open if each.path == "extra_support")
    overrule(draft, finding.key, "Besproken met de inspectie.", by=anna, now=NOW)
    ((aside, reason, name),) = findings_of(draft, today=NOW.date()).set_aside
    assert (aside.key, reason, name) == (finding.key, "Besproken met de inspectie.", "Iemand")
    assert Entry.objects.filter(event="profile.finding_overruled").get().details["kind"]
    publish_draft(draft, on=DAY, by=anna)
    again = copy_forward(site, "2026-2027", by=anna, now=NOW)
    assert finding.key in overruled_of(again)
    type_in(again, "extra_support", f"Nieuw. {QUOTA}", by=anna)
    assert overruled_of(stored(again)) == {}


@pytest.mark.parametrize(
    ("key", "reason", "said"),
    [("x:vision:0", "Omdat.", "is er niet meer"), (None, " ", "Schrijf op waarom"), (None, "Zie BSN 123456782", "bewaart zo'n")],
)
def test_setting_aside_needs_a_reason_and_a_finding(site, anna, key, reason, said):
    draft = a_draft(site, anna, extra_support=QUOTA)
    found = findings_of(draft, today=NOW.date()).open[0]
    with pytest.raises(EditRefused, match=said):
        overrule(draft, key or found.key, reason, by=anna, now=NOW)


def test_what_is_copied_stands_in_the_way_of_handing_in_until_it_is_confirmed(site, anna, last_year):
    draft = copy_forward(site, "2026-2027", by=anna, now=NOW)
    told = completeness_of(draft, today=NOW.date())
    assert told.open == len(draft.standing)
    assert told.blockers[0].startswith(f"{told.open} antwoorden zijn nog niet bevestigd")
    confirm(draft, draft.standing, by=anna, now=NOW)
    assert not any("bevestigd" in blocker for blocker in completeness_of(stored(draft), today=NOW.date()).blockers)
