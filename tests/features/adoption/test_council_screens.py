"""Does the council write its advice on its screen, alone and together, and does the board answer it?"""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.utils import timezone

from dekkend.adoption.models import Adoption, Advice
from dekkend.adoption.words.procedure import Answer, Kind, Outcome, State
from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft, publish_draft
from tests.corpus.school import vuursprot
from tests.factories.adoptions import TODAY, YEAR, a_draft, advised, asked, days_ago, go, reacted

pytestmark = pytest.mark.django_db
CHOICES = {"on": TODAY.isoformat(), "text": "Kinderen schreven op kaartjes wat helpt."}


def address(site, end: str = "") -> str:
    return f"/vaststellen/{site.brin6}/{YEAR}/{end}"


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_the_council_writes_beside_a_change_and_finds_it_back(people, sees, site):
    publish_draft(make_draft(site, vuursprot() | {"school_year": "2024-2025"}, **made()), on=days_ago(400))
    a_draft(site, vision="Wij zien elk kind. Wij leren samen. Nieuw is de taalklas.")
    asked(people, site)
    council = sees(Role.COUNCIL)
    page = text_of(council.get(address(site, "advies/")))
    assert "Nieuw is de taalklas" in page
    at = page.index('name="remark-')
    field = page[at:].split('"')[1]
    response = council.post(
        address(site, "advies/"), {field: "Wie zit in de taalklas?", "outcome": "remarks", "on": TODAY.isoformat(), "save": "1"}
    )
    assert response.status_code == 302
    assert "Wie zit in de taalklas?" in text_of(council.get(address(site, "advies/")))
    assert Advice.anywhere.get().given_on is None
    council.post(
        address(site, "advies/"), {field: "Wie zit in de taalklas?", "outcome": "remarks", "on": TODAY.isoformat(), "hand_in": "1"}
    )
    assert Adoption.anywhere.get().state == State.ADVISED


def test_who_signed_last_year_is_no_change_to_advise_on(people, sees, site):
    publish_draft(make_draft(site, vuursprot() | {"school_year": "2024-2025"}, **made()), on=days_ago(400))
    draft = a_draft(site, vision="Wij zien elk kind. Nieuw is de taalklas.")
    draft.values = draft.values | {"adoption": dict.fromkeys(draft.values["adoption"])}
    draft.save(update_fields=["values"])
    asked(people, site)
    page = text_of(sees(Role.COUNCIL).get(address(site, "advies/")))
    assert "Nieuw is de taalklas" in page
    assert "Voorzitter MR" not in page
    assert "vastgesteld door bestuur" not in page


def test_what_the_council_writes_is_saved_in_passing(people, sees, site):
    asked(people, site)
    given = {"text": "Halverwege", "outcome": "", "on": TODAY.isoformat()}
    response = sees(Role.COUNCIL).post(address(site, "advies/"), given, headers={"HX-Request": "true"})
    assert "Bewaard om" in text_of(response)
    assert Advice.anywhere.get().text == "Halverwege"


def fields_of(page: str) -> dict[str, str]:
    """What the hidden field says that this browser showed, as it would be sent along."""
    return {"shown": unescape(re.search(r'name="shown"[^>]*value="([^"]*)"', page).group(1)), "on": TODAY.isoformat()}


def test_two_members_who_write_at_once_both_keep_their_words(people, sees, site):
    asked(people, site)
    council = sees(Role.COUNCIL)
    first = second = fields_of(text_of(council.get(address(site, "advies/"))))
    page = text_of(council.get(address(site, "advies/")))
    one, other = re.findall(r'name="(remark-\d+)"', page)[:2]
    aside = {"headers": {"HX-Request": "true"}}
    council.post(address(site, "advies/"), first | {one: "Van de een.", "text": "Wij lazen alles.", "outcome": "remarks"}, **aside)
    answer = text_of(council.post(address(site, "advies/"), second | {other: "Van de ander."}, **aside))
    assert "Laad de pagina opnieuw" in answer
    advice = Advice.anywhere.get()
    assert sorted(advice.remarks.values_list("text", flat=True)) == ["Van de ander.", "Van de een."]
    assert (advice.text, advice.outcome) == ("Wij lazen alles.", "remarks")
    # Once more from the second browser, which still shows only its own words: nothing of the first goes.
    council.post(address(site, "advies/"), fields_of(answer) | {other: "Van de ander, en meer."}, **aside)
    assert sorted(advice.remarks.values_list("text", flat=True)) == ["Van de ander, en meer.", "Van de een."]


def test_what_another_member_wrote_is_read_before_it_is_handed_in(people, sees, site):
    asked(people, site)
    council = sees(Role.COUNCIL)
    shown = fields_of(text_of(council.get(address(site, "advies/"))))
    council.post(address(site, "advies/"), shown | {"text": "Van een ander lid.", "save": "1"})
    mine = {"text": "Van mij.", "outcome": "positive", "hand_in": "1"}
    response = council.post(address(site, "advies/"), shown | mine, follow=True)
    page = text_of(response)
    assert "Een ander lid van de MR schreef intussen ook" in page
    assert Adoption.anywhere.get().state == State.ASKED
    given = fields_of(page) | {"text": Advice.anywhere.get().text, "outcome": "positive", "hand_in": "1"}
    council.post(address(site, "advies/"), given)
    assert Adoption.anywhere.get().state == State.ADVISED
    assert Advice.anywhere.get().text == "Van een ander lid. Van mij."


def test_what_was_refused_starts_from_what_was_kept(people, sees, site):
    asked(people, site)
    council = sees(Role.COUNCIL)
    shown = fields_of(text_of(council.get(address(site, "advies/"))))
    response = council.post(address(site, "advies/"), shown | {"text": "Wij zijn blij.", "hand_in": "1"})
    assert ">\nWij zijn blij.</textarea>" in response.content.decode()
    again = fields_of(response.content.decode()) | {"text": "Wij zijn tevreden.", "outcome": "positive", "hand_in": "1"}
    council.post(address(site, "advies/"), again)
    assert Advice.anywhere.get().text == "Wij zijn tevreden."


def test_nobody_outside_the_council_sees_a_half_advice(people, sees, site):
    asked(people, site)
    sees(Role.COUNCIL).post(address(site, "advies/"), {"text": "Halverwege", "on": TODAY.isoformat(), "save": "1"})
    for role in (Role.DIRECTOR, Role.BOARD, Role.ADVISER):
        assert "Halverwege" not in text_of(sees(role).get(address(site)))
        assert sees(role).get(address(site, "advies/")).status_code == 403


def test_half_an_advice_says_what_is_missing(people, sees, site):
    asked(people, site)
    response = sees(Role.COUNCIL).post(address(site, "advies/"), {"text": "x", "on": TODAY.isoformat(), "hand_in": "1"})
    assert response.status_code == 422
    assert "Kies wat het advies van de MR is." in response.content.decode()


def test_the_board_answers_each_remark_on_its_screen(people, sees, site):
    asked(people, site)
    advised(people, site, Outcome.REMARKS, "Let op de wachttijd.", ("vision", "Visie", "Te lang."))
    remark = Advice.anywhere.get().remarks.get()
    board = sees(Role.BOARD)
    assert "Te lang." in text_of(board.get(address(site, "reactie/")))
    given = {"whole-answer": "followed", f"remark-{remark.pk}-answer": "not_followed", "on": TODAY.isoformat(), "text": "Dank."}
    response = board.post(address(site, "reactie/"), given)
    assert response.status_code == 422
    assert "Schrijf op waarom" in response.content.decode()
    board.post(address(site, "reactie/"), given | {f"remark-{remark.pk}-why": "De tekst is wettelijk nodig."})
    page = text_of(board.get(address(site)))
    assert "De tekst is wettelijk nodig." in page
    assert "een gesprek met de MR" in page


def test_next_year_the_council_sees_what_was_done_with_its_advice(people, sees, site):
    asked(people, site)
    advised(people, site, Outcome.REMARKS, "", ("vision", "Visie", "De visie is te lang."))
    reacted(people, site, Answer.PARTLY, keys=(Advice.anywhere.get().remarks.get().pk,), why="Half ingekort.")
    go(people, site, Kind.TALK, Kind.ADOPT, Kind.PUBLISH)
    following = f"{int(YEAR[:4]) + 1}-{int(YEAR[:4]) + 2}"
    a_draft(site, following)
    asked(people, site, year=following)
    page = text_of(sees(Role.COUNCIL).get(f"/vaststellen/{site.brin6}/{following}/advies/"))
    assert "Half ingekort." in page


def made() -> dict:
    return {"evidence": {}, "source": None, "made_by": None, "now": timezone.now()}
