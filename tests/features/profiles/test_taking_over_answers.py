"""Can the answers of a document be taken over one by one, with their proof, and confirmed per item? And who else is at work?"""

from __future__ import annotations

import pytest

from dekkend.organisations.words import Role
from dekkend.profiles.actions import confirm, freeze_draft, here, take_over, undo
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import RestorePoint
from dekkend.profiles.queries import as_profile, others_here
from dekkend.profiles.rules.differences import differences
from dekkend.profiles.rules.standing import open_items, say_standing
from dekkend.profiles.rules.values import fingerprint
from dekkend.profiles.words.editing import EditRefused
from tests.corpus.school import vuursprot
from tests.features.profiles.drafting import NOW, a_draft, later, stored, type_in

pytestmark = pytest.mark.django_db
READ = vuursprot(vision="Zoals in het document.", spending=None, expertise={"rows": {"autism": {"choice": "no", "note": "1 uur"}}})[
    "values"
]
PROOF = {"quote": "x", "page": 2, "line": 4, "certainty": "certain", "by": "reader"}
EVIDENCE = {"vision": PROOF, "expertise.autism": PROOF | {"certainty": "unsure"}, "expertise.autism.note": PROOF}


@pytest.fixture
def anna(person, site):
    return person(Role.COORDINATOR, site)


def test_the_differences_are_what_the_document_says_otherwise_with_how_certain_that_is(site):
    found = differences(load_template(), a_draft(site).values, READ, EVIDENCE)
    assert [(each.path, each.certainty) for each in found] == [("vision", "certain"), ("expertise.autism", "unsure")]
    assert found[0].label == "Visie op passend onderwijs"


def test_one_answer_is_taken_over_with_its_proof_and_is_confirmed_by_it(site, anna):
    draft = a_draft(site)
    take_over(draft, ["expertise.autism"], READ, EVIDENCE, by=anna, now=NOW)
    now = stored(draft)
    assert now.values["expertise"]["rows"]["autism"] == {"choice": "no", "note": "1 uur"}
    assert set(now.evidence) == {"expertise.autism", "expertise.autism.note"}
    assert not now.standing["expertise.autism"]["open"]
    assert now.values["vision"] == draft.values["vision"]
    assert not RestorePoint.anywhere.exists()
    undo(draft, by=anna, now=later(1))
    assert (stored(draft).values, stored(draft).evidence) == (draft.values, {})


def test_before_several_the_draft_is_kept(site, anna):
    take_over(a_draft(site), ["vision", "expertise.autism"], READ, EVIDENCE, by=anna, now=NOW)
    assert RestorePoint.anywhere.get().reason == "Vóór het overnemen van een document"


def test_a_place_that_is_not_on_the_form_is_refused(site, anna):
    with pytest.raises(EditRefused):
        take_over(a_draft(site), ["nothing.here"], READ, {}, by=anna, now=NOW)


def test_answers_are_confirmed_per_item_and_what_is_empty_is_passed_over(site, anna):
    draft = a_draft(site, spending=None)
    template = load_template()
    before = len(open_items(template, draft.values, draft.standing))
    confirm(draft, ["vision", "spending", "nothing.here"], by=anna, now=NOW)
    now = stored(draft)
    assert before - len(open_items(template, now.values, now.standing)) == 1
    assert say_standing(now.standing["vision"]) == "Sinds 2026-2027, bevestigd op 12 mei 2026."
    assert say_standing(now.standing["school.phone"]) == "Sinds 2026-2027, nog te bevestigen."
    assert say_standing(None) == ""


def test_who_else_is_there_is_seen_for_half_a_minute(site, anna, person):
    draft, bram = a_draft(site), person(Role.DIRECTOR, site)
    here(draft, "vision", by=anna, now=NOW)
    here(draft, "finances", by=anna, now=later(0.1))
    here(draft, "vision", by=bram, now=NOW)
    assert [(other.user_id, other.section) for other in others_here(draft, bram, later(0.5))] == [(anna.pk, "finances")]
    assert others_here(draft, bram, later(0.7)) == []


def test_a_frozen_version_holds_no_empty_records_and_its_fingerprint_is_that_of_its_profile(site, anna):
    draft = a_draft(site)
    type_in(draft, "limits", [{"text": "Eén."}, {"text": None}], by=anna)
    version = freeze_draft(draft, by=anna, now=NOW)
    assert version.values["limits"] == [{"text": "Eén."}]
    assert version.fingerprint == fingerprint(as_profile(version))
    assert (version.adopted_on, version.published_on, version.frozen_by) == (None, None, anna)
    with pytest.raises(EditRefused, match="vastgelegd"):
        freeze_draft(draft, by=anna, now=NOW)
