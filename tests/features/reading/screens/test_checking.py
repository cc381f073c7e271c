"""Can a person check a reading question by question, correct it, take it back, and have an answer remembered?"""

import pytest
from django.utils import timezone

from dekkend.reading.models import RememberedAnswer, SourceDocument
from dekkend.reading.queries import standing_decisions
from dekkend.reading.words.states import Answer
from tests.factories.documents import profile_text, read_document

pytestmark = pytest.mark.django_db(transaction=True)
PHYSIO, SPEECH = "external_experts.physiotherapy", "external_experts.speech_therapy"


def review(document: SourceDocument, path: str = "") -> str:
    return f"/documenten/{document.pk}/nakijken/" + (f"?vraag={path}" if path else "")


def reply(client, document, path, **given):
    return client.post(review(document), {"path": path, **given})


def test_the_first_question_shows_the_page_with_its_evidence_lit(browser, document):
    page = browser.get(review(document, PHYSIO)).content.decode()
    assert '<mark class="dk-mark">Fysiotherapie' in page
    assert "spaties voor het kruisje" in page
    assert page.count('class="dk-cells__marked"') == 2  # both readings are drawn
    assert "Nog na te kijken" in page


def test_confirming_goes_on_to_the_next_question(browser, document):
    response = reply(browser, document, PHYSIO, choice="0")
    assert response.status_code == 302
    assert "vraag=" in response["Location"]
    decision = standing_decisions(document)[PHYSIO]
    assert decision.answer == Answer.CONFIRMED
    assert decision.value == document.reading["profile"]["values"]["external_experts"]["rows"]["physiotherapy"]["choice"]


def test_another_choice_is_a_correction(browser, document):
    reply(browser, document, PHYSIO, choice="1")
    assert standing_decisions(document)[PHYSIO].answer == Answer.CORRECTED


def test_left_empty_stays_unknown(browser, document):
    reply(browser, document, PHYSIO, choice="leeg")
    decision = standing_decisions(document)[PHYSIO]
    assert (decision.answer, decision.value) == (Answer.LEFT_EMPTY, None)


def test_without_a_choice_nothing_is_stored_and_the_page_says_what_to_do(browser, document):
    response = reply(browser, document, PHYSIO)
    assert response.status_code == 422
    assert "Kies eerst een antwoord" in response.content.decode()
    assert not standing_decisions(document)


@pytest.mark.parametrize("choice", ["99", "-1", "anders", "x", "²"])
def test_an_answer_that_was_not_offered_is_refused(browser, document, choice):
    assert reply(browser, document, PHYSIO, choice=choice).status_code == 422


def test_a_date_is_understood_in_any_writing_and_kept_when_it_is_not(browser, document):
    wrong = reply(browser, document, "adoption.drafted_on", choice="anders", other="ergens in de herfst")
    assert wrong.status_code == 422
    assert "ergens in de herfst" in wrong.content.decode()
    assert "Wij herkennen hier geen datum in" in wrong.content.decode()
    reply(browser, document, "adoption.drafted_on", choice="anders", other="3 oktober 2024")
    assert standing_decisions(document)["adoption.drafted_on"].value == "2024-10-03"


def test_a_list_is_changed_as_a_whole(browser, document):
    given = {"name-0": "Zeilles", "period-0": "Elke vrijdag", "name-1": "", "period-1": "", "name-2": "Schaken", "period-2": ""}
    reply(browser, document, "extra_offers", choice="zo", **given)
    assert standing_decisions(document)["extra_offers"].value == [
        {"name": "Zeilles", "period": "Elke vrijdag"},
        {"name": "Schaken", "period": None},
    ]


def test_a_list_that_was_left_as_it_is_counts_as_confirmed(browser, document):
    rows = document.reading["profile"]["values"]["limits"]
    reply(browser, document, "limits", choice="zo", **{f"text-{at}": row["text"] for at, row in enumerate(rows)})
    assert standing_decisions(document)["limits"].answer == Answer.CONFIRMED


def test_an_answer_can_be_taken_back_and_the_trace_stays(browser, document):
    reply(browser, document, PHYSIO, choice="0")
    browser.post(f"/documenten/{document.pk}/terugzetten/", {"path": PHYSIO})
    assert not standing_decisions(document)
    assert document.decisions.get().undone_at


def test_taking_back_without_a_path_undoes_the_last_answer(browser, document):
    reply(browser, document, PHYSIO, choice="0")
    reply(browser, document, SPEECH, choice="0")
    browser.post(f"/documenten/{document.pk}/terugzetten/")
    assert list(standing_decisions(document)) == [PHYSIO]


def test_answering_again_replaces_the_answer_and_shows_it(browser, document):
    reply(browser, document, PHYSIO, choice="0")
    reply(browser, document, PHYSIO, choice="1")
    assert standing_decisions(document)[PHYSIO].answer == Answer.CORRECTED
    assert document.decisions.count() == 2
    assert 'value="1" checked' in browser.get(review(document, PHYSIO)).content.decode()


def test_a_remembered_answer_counts_for_the_same_printed_row_in_other_documents(browser, document, adviser, site):
    before = read_document(adviser, site, content=profile_text(ending="\nEen ander slot."))
    reply(browser, document, PHYSIO, choice="1", remember="ja")
    after = read_document(adviser, site, content=profile_text(ending="\nNog een ander slot."))
    for other in (before, after):
        decision = standing_decisions(other)[PHYSIO]
        assert decision.answer == Answer.REMEMBERED
        assert decision.value == standing_decisions(document)[PHYSIO].value
        assert SPEECH not in standing_decisions(other)


def test_a_remembered_answer_does_not_reach_another_region_or_another_print(browser, document, person, site):
    from dekkend.organisations.words import Role
    from tests.factories.organisations import a_region, a_site

    reply(browser, document, PHYSIO, choice="1", remember="ja")
    elsewhere = a_site(a_region("SWV Elders"))
    other = read_document(person(Role.ADVISER, elsewhere), elsewhere)
    assert PHYSIO not in standing_decisions(other)
    assert RememberedAnswer.objects.count() == 1


def test_every_answer_may_be_changed_also_a_certain_or_an_empty_one(browser, document):
    certain = browser.get(review(document, "facilities.lift")).content.decode()
    assert "Lift" in certain
    reply(browser, document, "facilities.lift", choice="1")
    assert standing_decisions(document)["facilities.lift"].answer == Answer.CORRECTED


@pytest.mark.parametrize("path", ["nergens", "school", "external_experts.x", "a..b", "support_scheme", "'; drop", "own_chapters[7].text[0"])
def test_a_question_that_does_not_exist_is_not_answered(browser, document, path):
    assert reply(browser, document, path, choice="0").status_code == 404


def test_when_all_is_answered_the_screen_goes_on_to_taking_over(browser, document):
    for _ in range(40):
        page = browser.get(review(document))
        if page.status_code == 302:
            break
        path = page.context["question"].path
        reply(browser, document, path, choice="leeg")
    assert page["Location"].endswith("/overnemen/")


def test_answers_given_while_someone_else_took_it_over_are_refused(browser, document, adviser, site):
    from dekkend.reading.actions.accepting import accept

    accept(document, site, "2024-2025", by=adviser, now=timezone.now())
    assert reply(browser, document, PHYSIO, choice="0").status_code == 302
    assert not standing_decisions(document)
