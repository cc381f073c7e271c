"""Does the list of changes say in plain Dutch what matters to pupils and money, and keep together what is one thing?"""

from __future__ import annotations

import time
from typing import Any

import pytest

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.changes import change_list, changes
from dekkend.profiles.rules.changes.sentences import split_sentences
from dekkend.profiles.rules.changes.texts import compare_texts
from dekkend.profiles.words.changes import Change, Kind
from tests.corpus.school import vuursprot

FORM = load_template("haaglanden")
CATALOGUE = load_catalogue()
CHILD = "een kind met autisme"


def between(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """The changes when only these blocks of a school differ."""
    one, other = vuursprot(**before)["values"], vuursprot(**after)["values"]
    return list(changes(FORM, one, other, catalogue=CATALOGUE))


def autism(choice: str | None, note: str | None = None) -> dict[str, Any]:
    return {"expertise": {"rows": {"autism": {"choice": choice, "note": note}}}}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (autism("yes"), autism("no"), f"Van ja naar nee: dit is er niet meer voor {CHILD}."),
        (autism("no"), autism("yes"), f"Van nee naar ja: dit is er nu voor {CHILD}."),
        (autism(None), autism("yes"), f"Was niet bekend, is nu ja: dit is er voor {CHILD}."),
        (autism(None), autism("no"), f"Was niet bekend, is nu nee: dit is er niet voor {CHILD}."),
        (autism("yes"), autism(None), "Was ja, is nu niet bekend. Niet bekend is geen nee: vraag het de school."),
        (autism("no"), autism(None), "Was nee, is nu niet bekend. Niet bekend is geen nee: vraag het de school."),
        (autism("yes", "24 uur per week"), autism("yes", "16 uur per week"), "8 uur per week minder: van 24 naar 16 uur."),
        (autism("yes", "1 uur per week"), autism("yes", "om de week een dag"), "3 uur per week meer: van 1 naar 4 uur."),
        (autism("yes", "in overleg"), autism("yes", "2 uur per week"), "Het aantal uren was niet bekend. Nu is het 2 uur per week."),
        (autism("yes", "2 uur per week"), autism("yes"), "Het aantal uren is niet meer bekend. Het was 2 uur per week."),
        (autism("yes", "in overleg"), autism("yes", "naar behoefte"), ""),
        (autism("no", "2 uur per week"), autism("no", "3 uur per week"), ""),
    ],
)
def test_a_row_says_what_it_means_for_pupils(before, after, said):
    [change] = between(before, after)
    assert change.path == "expertise.autism"
    assert change.effect_pupils == said


def test_an_amount_says_how_much_and_which_part():
    [fixed, pupil, total] = between(
        {"budget": {"fixed_amount": None, "amount_per_pupil": "100", "total_amount": "52000"}},
        {"budget": {"fixed_amount": "8500", "amount_per_pupil": "106.50", "total_amount": "50000"}},
    )
    assert fixed.effect_money == "Dit bedrag was niet bekend. Nu is het € 8.500."
    assert pupil.effect_money == "€ 6,50 per leerling meer, 6,5%: van € 100 naar € 106,50."
    assert total.effect_money == "€ 2.000 minder, 3,8%: van € 52.000 naar € 50.000."


def test_an_amount_in_a_text_is_seen():
    [change] = between({"spending": "Wij geven € 4.000 uit aan hulp."}, {"spending": "Wij geven € 1.000 uit aan hulp."})
    assert change.effect_money == "€ 3.000 minder, 75%: van € 4.000 naar € 1.000."


def test_what_matters_to_pupils_comes_first():
    before = {
        **autism("yes", "4 uur per week"),
        "budget": {"total_amount": "1000"},
        "vision": "Eerst dit.",
        "limits": [{"text": "Een grens."}],
    }
    after = {**autism("yes", "2 uur per week"), "budget": {"total_amount": "2000"}, "vision": "Nu dat.", "limits": []}
    assert [change.path for change in between(before, after)] == ["expertise.autism", "limits[0]", "budget.total_amount", "vision"]


def test_a_limit_that_was_rewritten_is_one_change():
    old = [{"text": "Wij kunnen niet goed omgaan met weglopen."}, {"text": "Er is geen lift in ons gebouw."}]
    new = [{"text": "Er is geen lift in ons gebouw."}, {"text": "Wij kunnen niet omgaan met vaak weglopen."}]
    [change] = between({"limits": old}, {"limits": new})
    assert (change.kind, change.was, change.path) == (Kind.CHANGED, "limits[0]", "limits[1]")
    assert [(s.before, s.after) for s in change.sentences] == [(old[0]["text"], new[1]["text"])]


def test_an_own_row_with_the_same_name_is_one_row():
    old = [{"label": "Zeezwemcoach", "choice": "yes", "note": "2 uur per week"}]
    new = [{"label": "Snoezelhoek", "choice": None, "note": None}, {"label": "Zeezwemcoach", "choice": "no", "note": None}]
    went, came = between({"expertise": {"own_rows": old}}, {"expertise": {"own_rows": new}})
    assert (went.was, went.path, went.effect_pupils) == ("expertise.own_rows[0]", "expertise.own_rows[1]", "Van ja naar nee.")
    assert came.effect_pupils == "De school noemt dit nu, maar niet of het er is."


def test_levels_that_changed_places_are_moved():
    levels = vuursprot()["values"]["support_levels"]
    [change] = between({}, {"support_levels": levels[::-1]})
    assert (change.kind, change.moved, change.effect_pupils) == (Kind.MOVED, True, "")


def test_white_space_and_another_empty_answer_are_layout():
    found = between({"vision": "Een zin.", "evaluation": None}, {"vision": "Een  zin.\n", "evaluation": ""})
    assert [change.is_layout for change in found] == [True, True]
    values = [vuursprot(vision=text)["values"] for text in ("Een zin.", "Een  zin.")]
    listed = change_list(FORM, *values, catalogue=CATALOGUE)
    assert (listed.read, listed.sections, len(listed.layout)) == ((), (), 1)


def test_sections_stand_in_the_order_of_the_form():
    one, other = vuursprot(vision="Dit.", evaluation="Dit."), vuursprot(vision="Dat.", evaluation="Dat.", **autism("no"))
    listed = change_list(FORM, one["values"], other["values"], catalogue=CATALOGUE)
    assert [section.id for section in listed.sections] == ["vision", "interventions", "evaluation"]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Wij helpen bijv. kinderen met autisme o.a. in de klas. ", "Dhr. J. Kwal helpt mee."],
        ["Sinds 1 sept. 2023 is er hulp (zie art. 40 WPO). ", "Er is 8 uur per week! ", "Is dat genoeg? ", "Ja."],
        ["Wij letten op:\n", "• rust\n", "• samen spelen\n\n", "1. Eerst dit. ", "Dan dat."],
        ["De heer A.B. Krab kwam op 12. september. ", "'s Morgens is er zwemmen, gym enz. ", "Daarna rusten wij."],
        ["„Mooi.” ", "Zo zeggen wij dat"],
    ],
)
def test_dutch_sentences_end_where_they_end(sentences):
    assert split_sentences("".join(sentences)) == sentences


def test_a_sentence_that_was_put_in_leaves_the_others_the_same():
    found = compare_texts("Een kind telt. Slot van dit stuk.", "Een kind telt. Nieuw is de tuin. Slot van dit stuk.")
    assert [sentence.kind for sentence in found] == ["same", "added", "same"]


@pytest.mark.slow
@pytest.mark.parametrize("made", [lambda n: "Ja. " * n, lambda n: "".join(f"Zin {at % 7}. " for at in range(n)), lambda n: "a " * n])
def test_the_longest_texts_cost_little(made):
    started = time.process_time()
    one, other = made(60_000), made(59_000)[::-1]
    found = compare_texts(one, other)
    assert time.process_time() - started < 4
    assert ("".join(s.before for s in found), "".join(s.after for s in found)) == (one, other)


def test_the_longest_lists_cost_little():
    rows = [{"title": None, "text": f"De {at} golf {at * 7 % 11} bij het strand {at * 3 % 13}"} for at in range(500)]
    other = [{"title": None, "text": f"{row['text']} en {at}"} for at, row in enumerate(rows)]
    started = time.process_time()
    assert len(between({"own_chapters": rows}, {"own_chapters": other[::-1]})) >= 500
    assert time.process_time() - started < 4
