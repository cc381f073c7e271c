"""Can a school write its offer on screen, with and without a script, and does nothing that was typed get lost?"""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from dekkend.organisations.words import Role
from dekkend.profiles.actions import copy_forward, make_draft, publish_draft, save_field
from dekkend.profiles.models import DraftChange, Overruled, ProfileDraft
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
YEAR = "2024-2025"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


@pytest.fixture
def draft(site) -> ProfileDraft:
    return make_draft(site, vuursprot() | {"school_year": YEAR}, evidence={}, source=None, made_by=None, now=timezone.now())


@pytest.fixture
def director(signed_in, site):
    return signed_in(Role.DIRECTOR, site)


def address(site: Any, rest: str = "") -> str:
    return f"/scholen/aanbod/{site.brin6}/{YEAR}/{rest}"


def form_of(client: Any, site: Any, part: str) -> dict[str, Any]:
    """Every input of the part as a browser without script posts it."""
    page = client.get(address(site, f"deel/{part}/"))
    given: dict[str, Any] = {}
    for block in page.context["blocks"]:
        for item in (*block.items, *([block.own] if block.own else [])):
            given |= {f"was:{item.path}": item.was, f"base:{item.path}": str(item.base)}
            for cell in (*item.cells, *(cell for row in (*item.rows, item.blank) if row for cell in row.cells)):
                given.setdefault(cell.name, []).append(cell.value)
            chosen = [option.code for option in item.options if option.chosen]
            given |= {f"{item.path}.choice": chosen} if item.options else {}
            for row in (*item.rows, item.blank) if item.listed and item.blank.options else ():
                given.setdefault(f"{item.path}.choice", []).append(next((option.code for option in row.options if option.chosen), ""))
    return given


def fresh(draft: ProfileDraft) -> ProfileDraft:
    return ProfileDraft.anywhere.get(pk=draft.pk)


def test_a_form_posted_whole_stores_only_what_was_changed(director, site, draft):
    given = form_of(director, site, "expertise") | {"expertise.autism.choice": "no", "expertise.autism.note": "3 uur per week"}
    response = director.post(address(site, "deel/expertise/"), given)
    assert response["Location"] == address(site, "deel/external_experts/")
    assert fresh(draft).values["expertise"]["rows"]["autism"] == {"choice": "no", "note": "3 uur per week"}
    assert [change.path for change in DraftChange.anywhere.filter(draft=draft)] == ["expertise.autism"]


@pytest.mark.parametrize(
    "part", ["general", "vision", "basic_quality", "support_structure", "hgw", "expertise", "extra_offers", "facilities", "finances"]
)
def test_every_part_opens_and_posting_it_unchanged_changes_nothing(director, site, draft, part):
    assert director.post(address(site, f"deel/{part}/"), form_of(director, site, part)).status_code == 302
    assert not DraftChange.anywhere.filter(draft=draft).exists()


def test_own_rows_and_records_are_added_and_taken_away(director, site, draft):
    given = form_of(director, site, "extra_support")
    given["limits.text"] = ["Een nieuwe grens", ""]
    director.post(address(site, "deel/extra_support/"), given)
    given = form_of(director, site, "expertise")
    given |= {"expertise.own_rows.label": ["Plusklas"], "expertise.own_rows.choice": ["yes"], "expertise.own_rows.note": ["2 uur per week"]}
    director.post(address(site, "deel/expertise/"), given)
    values = fresh(draft).values
    assert values["limits"] == [{"text": "Een nieuwe grens"}]
    assert values["expertise"]["own_rows"] == [{"label": "Plusklas", "choice": "yes", "note": "2 uur per week"}]


def test_a_date_is_typed_in_words_and_what_is_no_date_comes_back_with_the_reason(director, site, draft):
    given = form_of(director, site, "general") | {"adoption.drafted_on": "sept 2024", "adoption.advised_on": "na de zomer"}
    response = director.post(address(site, "deel/general/"), given)
    assert response.status_code == 422
    assert fresh(draft).values["adoption"]["drafted_on"] == "2024-09"
    item = next(item for block in response.context["blocks"] for item in block.items if item.path == "adoption.advised_on")
    assert item.cells[0].value == "na de zomer"
    assert "datum" in item.refused


def test_a_field_is_saved_alone_for_the_script_and_answers_with_its_row(director, site, draft):
    given = {"path": "vision", "part": "vision", "vision": "Ieder kind telt.\r\n\r\n- echt waar", "was:vision": "", "base:vision": "0"}
    answer = director.post(address(site, "bewaar/"), given).json()
    assert (answer["state"], answer["base"]) == ("saved", "1")
    row = director.get(address(site, "hier/?part=vision&row=vision")).json()["row"]
    assert 'data-item="vision"' in row
    assert 'value="1" data-base' in row
    again = director.post(address(site, "bewaar/"), given | {"was:vision": answer["was"]})
    assert again.json() == {"state": "saved"}
    assert fresh(draft).values["vision"] == "Ieder kind telt.\n\n- echt waar"


def test_a_text_that_two_people_change_is_merged(director, site, draft, person):
    start = "Wij zijn een school aan zee. Wij lezen veel. Wij rekenen graag."
    now, other = timezone.now(), person(Role.COORDINATOR, site)
    base = save_field(draft.pk, "vision", start, base=0, by=None, now=now).revision
    save_field(draft.pk, "vision", start.replace("school", "kleine school"), base=base, by=other, now=now)
    given = {"path": "vision", "part": "vision", "vision": start.replace("graag", "elke dag"), "was:vision": "", "base:vision": str(base)}
    answer = director.post(address(site, "bewaar/"), given).json()
    assert answer["state"] == "merged"
    assert "kleine school" in fresh(draft).values["vision"]
    assert "elke dag" in fresh(draft).values["vision"]


def clash(director, site, draft, person) -> dict[str, str]:
    save_field(draft.pk, "school.phone", "000-2222222", base=0, by=person(Role.COORDINATOR, site), now=timezone.now())
    return {"path": "school.phone", "part": "general", "school.phone": "000-1111111", "was:school.phone": "", "base:school.phone": "0"}


def test_two_different_answers_stand_side_by_side_and_nothing_is_overwritten(director, site, draft, person):
    answer = director.post(address(site, "bewaar/"), clash(director, site, draft, person)).json()
    assert answer["state"] == "clash"
    assert "000-1111111" in answer["row"]
    assert "000-2222222" in answer["row"]
    assert fresh(draft).values["school"]["phone"] == "000-2222222"


@pytest.mark.parametrize(("deed", "kept"), [("keep", "000-1111111"), ("theirs", "000-2222222")])
def test_a_clash_ends_with_the_answer_that_someone_chooses(director, site, draft, person, deed, kept):
    given = clash(director, site, draft, person)
    director.post(address(site, "bewaar/"), given)
    answer = director.post(address(site, "bewaar/"), given | {"clash:school.phone": "1", "do": f"{deed}:school.phone"}).json()
    assert answer["state"] == "saved"
    assert fresh(draft).values["school"]["phone"] == kept


def test_a_clash_is_shown_and_settled_without_a_script_too(director, site, draft, person):
    given = form_of(director, site, "general") | {"school.phone": "000-1111111"}
    clash(director, site, draft, person)
    response = director.post(address(site, "deel/general/"), given)
    assert response.status_code == 422
    assert "Houd mijn antwoord" in response.content.decode()
    again = given | {"was:school.phone": "", "clash:school.phone": str(fresh(draft).revision)}
    assert director.post(address(site, "deel/general/"), again).status_code == 422  # to go on is not to choose
    assert director.post(address(site, "deel/general/"), again | {"do": "keep:school.phone"}).status_code == 302
    assert fresh(draft).values["school"]["phone"] == "000-1111111"


def test_a_number_of_a_child_is_not_stored_and_the_field_says_why(director, site, draft):
    given = {"path": "vision", "part": "vision", "vision": "Kind met BSN 123456782", "was:vision": "", "base:vision": "0"}
    answer = director.post(address(site, "bewaar/"), given).json()
    assert answer["state"] == "refused"
    assert "123456782" not in str(fresh(draft).values)


@pytest.mark.parametrize("given", [{}, {"part": "vision", "path": "limits"}, {"part": "nergens", "path": "vision"}])
def test_a_field_that_is_not_in_the_part_is_not_there(director, site, draft, given):
    assert director.post(address(site, "bewaar/"), given).status_code == 404


def test_last_years_answer_is_taken_over_and_everything_confirmed(director, site, draft):
    publish_draft(draft, on=timezone.localdate())
    copied = copy_forward(site, "2025-2026", by=None, now=timezone.now())
    here = f"/scholen/aanbod/{site.brin6}/2025-2026/deel/expertise/"
    assert director.get(here).context["to_confirm"] == 12
    director.post(here, {"do": "confirm:expertise.autism"})
    assert director.get(here).context["to_confirm"] == 11
    director.post(here, {"do": "confirm:expertise"})
    assert director.get(here).context["to_confirm"] == 0
    save_field(copied.pk, "expertise.autism", {"choice": None, "note": None}, base=fresh(copied).revision, by=None, now=timezone.now())
    director.post(here, {"do": "take:expertise.autism"})
    assert fresh(copied).values["expertise"]["rows"]["autism"] == draft.values["expertise"]["rows"]["autism"]


def test_a_finding_stays_with_a_reason_and_only_with_one(director, site, draft):
    here = address(site, "deel/expertise/")
    save_field(draft.pk, "expertise.autism", {"choice": "no", "note": "8 uur per week"}, base=0, by=None, now=timezone.now())
    items = director.get(here).context["blocks"][0].items
    key = next(item.remarks[0].finding.key for item in items if item.remarks)
    director.post(here, {"do": f"leave:{key}"})
    assert not Overruled.anywhere.exists()
    director.post(here, {"do": f"leave:{key}", f"reason:{key}": "Dit klopt echt."})
    assert Overruled.anywhere.get().reason == "Dit klopt echt."
    assert "Dit klopt echt." in director.get(here).content.decode()


def test_my_last_change_is_undone(director, site, draft):
    before = draft.values["vision"]
    director.post(address(site, "bewaar/"), {"path": "vision", "part": "vision", "vision": "Anders.", "was:vision": "", "base:vision": "0"})
    director.post(address(site, "deel/vision/"), {"do": "undo"})
    assert fresh(draft).values["vision"] == before


def test_others_are_named_beside_the_part_they_write_in(director, site, draft, signed_in):
    other = signed_in(Role.COORDINATOR, site)
    other.get(address(site, "hier/?part=vision"))
    assert "werkt ook aan dit onderdeel" in director.get(address(site, "hier/?part=vision")).json()["others"]
    assert "werkt hieraan" in director.get(address(site, "deel/hgw/")).content.decode()


@pytest.mark.parametrize("role", [Role.TEACHER, Role.COUNCIL])
def test_who_only_reads_cannot_write(signed_in, site, draft, role):
    client = signed_in(role, site)
    assert client.get(address(site, "deel/vision/")).status_code == 403
    assert client.post(address(site, "bewaar/"), {"part": "vision", "path": "vision"}).status_code == 403


def test_a_draft_of_another_school_is_not_there(signed_in, site, draft):
    stranger = signed_in(Role.DIRECTOR, a_site(a_region("SWV Elders")))
    for rest in ("", "deel/vision/", "momenten/", "op-papier/", "hier/"):
        assert stranger.get(address(site, rest)).status_code == 404
    assert stranger.post(address(site, "bewaar/"), {"part": "vision", "path": "vision", "vision": "x"}).status_code == 404


def test_a_closed_draft_takes_nothing_any_more(director, site, draft):
    publish_draft(draft, on=timezone.localdate())
    given = {"path": "vision", "part": "vision", "vision": "Te laat", "was:vision": "", "base:vision": "0"}
    assert director.post(address(site, "bewaar/"), given).status_code == 404


def test_a_school_begins_empty_or_with_what_is_there(director, site, settings):
    year = director.get("/scholen/aanbod/").context["years"][0].year
    begin = f"/scholen/aanbod/{site.brin6}/{year}/begin/"
    assert director.post(begin, {"with": "empty"})["Location"] == f"/scholen/aanbod/{site.brin6}/{year}/"
    draft = ProfileDraft.anywhere.get()
    assert draft.values["vision"] is None
    director.post(begin, {"with": "empty"})
    assert ProfileDraft.anywhere.count() == 1
    assert director.post(f"/scholen/aanbod/{site.brin6}/1999-2000/begin/").status_code == 404


def test_the_first_year_without_anything_to_copy_says_so(director, site):
    year = director.get("/scholen/aanbod/").context["years"][0].year
    director.post(f"/scholen/aanbod/{site.brin6}/{year}/begin/", {"with": "last"})
    assert "nog geen eerder profiel" in director.get("/scholen/aanbod/").content.decode()


def test_whoever_writes_for_more_schools_chooses_one(signed_in, site):
    a_site(site.partnership, name="De Zeester")
    page = signed_in(Role.ADVISER, site).get("/scholen/aanbod/").content.decode()
    assert "De Vuursprot" in page
    assert "De Zeester" in page


def test_the_whole_draft_stands_on_paper(director, site, draft):
    page = director.get(address(site, "op-papier/")).content.decode()
    for text in (draft.values["vision"].split(".")[0], "Faalangst", draft.values["limits"][0]["text"]):
        assert text in page


@pytest.mark.parametrize("part", ["expertise", "limits"])
def test_the_cost_of_a_page_does_not_grow_with_its_rows(director, site, draft, part, django_assert_max_num_queries):
    here = address(site, f"deel/{'extra_support' if part == 'limits' else part}/")
    rows = [{"text": f"Grens {number}"} for number in range(30)]
    own = [{"label": f"Rij {number}", "choice": "yes", "note": None} for number in range(30)]
    director.get(here)
    with django_assert_max_num_queries(20) as few:
        director.get(here)
    path, value = ("limits", rows) if part == "limits" else ("expertise.own_rows", own)
    save_field(draft.pk, path, value, base=0, by=None, now=timezone.now())
    with django_assert_max_num_queries(len(few.captured_queries)):
        director.get(here)
