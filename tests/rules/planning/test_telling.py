"""Does the answer say in plain Dutch what it adds, how sure that is, and why each school?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dekkend.coverage.words.figures import Figure
from dekkend.planning.rules.drawing import state_of
from dekkend.planning.rules.telling import gap_of, headline, next_in_words, proof, reasons, short_answer, unit
from dekkend.planning.words.advice import Advice, Choice, KindStand, Other, Proof, Stand
from dekkend.planning.words.asking import Asked, Least, Way
from tests.factories.coverage import NT2

BEFORE = Stand(Figure(1000, 500, 100), spots=4, maybe=1, alone=200)
AFTER = Stand(Figure(1000, 800, 50), spots=2, maybe=0, alone=300)
KIND = KindStand(NT2, "Taal", 2.0, rough=False, before=BEFORE, after=AFTER, before_by_place="2010", after_by_place="2220")
CHOICE = Choice("99AA00", "De Vuursprot", "De Golfslag", NT2, "no", 200, 150, 150, 0, certain=False, places=("1001",))
ADVICE = Advice(
    asked=Asked((NT2,), Way.OFFERS, 2),
    region="PO9999",
    name="SWV Zilverkust",
    day=date(2026, 10, 5),
    school_year="",
    key="",
    proof=Proof(300, 2, 300, proven=True, seconds=0.2, steps=0),
    choices=(CHOICE, replace(CHOICE, brin6="99AB00", adds=100, alone=100)),
    next=Other("99AC00", "De Oude Haven", NT2, 40),
    before=BEFORE,
    after=AFTER,
    kinds=(KIND,),
    postcodes=("1000", "1001", "1002", "1003"),
    offers=12,
)
SHARE = replace(ADVICE, asked=Asked((NT2,), Way.SHARE, 80))
LIFT = "facilities.lift"
TWO = replace(ADVICE, asked=Asked((NT2, LIFT), Way.OFFERS, 2), kinds=(KIND, replace(KIND, code=LIFT, label="Lift")))


def test_the_headline_says_how_many_schools_and_what_comes_of_it():
    assert headline(ADVICE) == "Met 2 scholen die dit gaan geven gaat de dekking van 50% naar 80%."
    paid = replace(ADVICE, asked=Asked((NT2,), Way.EUROS, 9000), proof=replace(ADVICE.proof, cost=850_000))
    assert headline(paid) == "Met 2 scholen die dit gaan geven, voor € 8.500 per schooljaar, gaat de dekking van 50% naar 80%."
    assert headline(replace(ADVICE, choices=())) == "Er is geen school die hier iets toevoegt."


def test_a_proven_plan_says_how_it_was_proven():
    sure, how = proof(ADVICE)
    assert sure == "Dit is bewezen het beste."
    assert "geen enkel ander plan meer dan 300 kinderen erbij bereikt. Dit plan bereikt er zoveel." in how
    assert how.endswith(
        "Gezocht is onder 12 scholen die dit kunnen gaan geven en nog een kind bereiken. Zoeken duurde minder dan een seconde."
    )


@pytest.mark.parametrize(
    ("advice", "bound", "tenths", "words"),
    [
        (ADVICE, 303, 10, "Dit is hoogstens 1% van het beste af."),
        (ADVICE, 301, 4, "Dit is hoogstens 0,4% van het beste af."),
        (ADVICE, 10_000_000, 1000, "Dit is hoogstens 100% van het beste af."),
        (SHARE, 1, 1000, "Dit is hoogstens 100% meer dan het minste dat kan."),
        (replace(SHARE, asked=replace(SHARE.asked, least=Least.EUROS)), 1, 1000, "Dit is hoogstens 100% duurder dan het beste."),
    ],
)
def test_a_plan_that_is_not_proven_says_how_far_it_is_from_the_best_at_most(advice, bound, tenths, words):
    unsure = replace(advice, proof=replace(advice.proof, bound=bound, proven=False, seconds=30.0))
    assert gap_of(unsure) == tenths
    sure, how = proof(unsure)
    assert sure == words
    assert how.endswith("Zoeken duurde 30 seconden.")


def test_a_share_says_with_how_few_it_cannot_be_done():
    assert "met minder dan 2 scholen die dit gaan geven niet kan" in proof(replace(SHARE, proof=replace(SHARE.proof, bound=2)))[1]
    paid = replace(SHARE, asked=replace(SHARE.asked, least=Least.EUROS), proof=replace(SHARE.proof, bound=850_000))
    assert "minder kost dan € 8.500" in proof(paid)[1]


def test_a_share_that_nothing_reaches_says_what_is_the_most():
    sure, _how = proof(replace(SHARE, asked=replace(SHARE.asked, number=95), proof=replace(SHARE.proof, unreachable=True)))
    assert sure == "95% is niet te halen. Het meeste dat kan, is 80%: dit is daarvoor het minste."


@pytest.mark.parametrize(
    ("sign", "words"),
    [("unknown", "Vraag eerst na: de school zei hier niets over."), ("paused", "Weer starten is genoeg"), ("no", "heeft dit nu niet")],
)
def test_a_reason_says_what_is_known_of_the_school(sign, words):
    assert words in reasons(replace(CHOICE, sign=sign), ADVICE)[0]


def test_reasons_say_who_hangs_on_it_and_who_could_take_its_place():
    told = " ".join(reasons(replace(CHOICE, instead=Other("99AC00", "De Oude Haven", NT2, 120, fewer=30)), ADVICE))
    assert "150 kinderen hangen daarna alleen aan deze school." in told
    assert "Kan deze school niet, dan is De Oude Haven de beste: 30 kinderen minder." in told
    even = reasons(replace(CHOICE, instead=Other("99AC00", "De Oude Haven", NT2, 150)), ADVICE)
    assert even[-1] == "Kan deze school niet, dan bereikt De Oude Haven er evenveel."
    assert reasons(CHOICE, ADVICE)[-1] == "Kan deze school niet, dan is er geen andere die deze kinderen bereikt."


def test_a_replacement_that_misses_the_share_says_so():
    other = Other("99AC00", "De Oude Haven", NT2, 120, fewer=30, reaches=False)
    assert reasons(replace(CHOICE, instead=other), SHARE)[-1].endswith(
        "Met alleen deze ruil wordt 80% niet gehaald, met een ander plan misschien wel."
    )


def test_with_more_kinds_it_is_said_that_a_child_counts_for_each():
    assert unit(ADVICE) == ""
    two = TWO
    each = "Een kind telt voor elke soort hulp apart: wie er twee dichtbij krijgt, is 2 keer een kind."
    once = "Alleen bij kinderen met één school telt het in de rij Samen één keer."
    assert unit(two) == f"{each} {once}"
    assert "verliezen 400 kinderen iets hiervan" in " ".join(reasons(replace(CHOICE, closes=400), two))


def test_what_is_counted_over_more_kinds_is_never_called_children():
    assert "geen enkel ander plan meer dan 300 keer een kind erbij bereikt." in proof(TWO)[1]
    unproven = replace(TWO, proof=replace(TWO.proof, bound=310, proven=False))
    assert "meer dan 310 keer een kind erbij bereikt. Dit plan bereikt 300 keer een kind." in proof(unproven)[1]
    other = Other("99AC00", "De Oude Haven", LIFT, 120, fewer=30)
    told = reasons(replace(CHOICE, instead=other), replace(TWO, choices=(CHOICE,)))
    assert told[-1] == "Kan deze school niet, dan is De Oude Haven (met deze hulp: Lift) de beste: 30 keer een kind minder."


def test_a_school_that_cannot_takes_all_its_rows_with_it():
    lift = replace(CHOICE, code=LIFT, alone=60)
    twice = replace(TWO, choices=(CHOICE, replace(CHOICE, brin6="99AC00"), lift))
    falls = "Kan deze school niet, dan vervallen de nummers 1, 3: 210 keer een kind minder."
    other = Other("99AD00", "De Mossel", LIFT, 120, fewer=90)
    best = "Met één keer hulp daarvoor in de plaats is De Mossel (met deze hulp: Lift) de beste: dan is het 90 keer een kind minder."
    assert reasons(replace(CHOICE, instead=other), twice)[-1] == f"{falls} {best}"
    assert reasons(lift, twice)[-1] == f"{falls} Geen andere school bereikt er dan nog een kind bij."
    assert reasons(twice.choices[1], twice)[-1].startswith("Kan deze school niet, dan vervalt nummer 2: 150 keer een kind minder.")


def test_a_replacement_that_costs_otherwise_says_what():
    paid = replace(TWO, asked=replace(TWO.asked, way=Way.EUROS), choices=(replace(CHOICE, cents=850_000),))
    other = Other("99AC00", "De Oude Haven", LIFT, 120, fewer=30, cents=120_000)
    assert reasons(replace(CHOICE, instead=other), paid)[-1].endswith("Dat kost € 1.200 in plaats van € 8.500.")


def test_one_more_is_told_or_that_nothing_adds_anything():
    assert next_in_words(ADVICE) == "Nog een school? Dan De Oude Haven: 40 kinderen."
    assert "voegt niets meer toe" in next_in_words(replace(ADVICE, next=None))


def test_each_place_was_covered_comes_with_it_stays_open_or_may_be():
    kind = replace(KIND, before_by_place="20100", after_by_place="22010")
    assert [state_of(kind, at) for at in range(5)] == ["was", "new", "open", "maybe", "open"]


@pytest.mark.parametrize(
    ("asked", "changes", "words"),
    [
        (ADVICE.asked, {}, "1.200 kinderen erbij. Dit is bewezen het beste."),
        (ADVICE.asked, {"proven": False}, "1.200 kinderen erbij. Dit is het beste dat is gevonden."),
        (TWO.asked, {}, "1.200 keer een kind erbij. Elke soort hulp telt apart. Dit is bewezen het beste."),
        (SHARE.asked, {}, "Dat kan met 2 scholen die dit gaan geven. Dit is bewezen het beste."),
        (SHARE.asked, {"unreachable": True}, "80% is niet te halen."),
        (replace(SHARE.asked, least=Least.EUROS), {"cost": 850_000}, "Voor € 8.500 per schooljaar. Dit is bewezen het beste."),
    ],
)
def test_in_a_list_the_answer_is_short(asked, changes, words):
    assert short_answer(asked, {"value": 1200, "cost": 2, "proven": True, "unreachable": False} | changes) == words


def test_a_replacement_that_reaches_more_is_not_called_as_good():
    told = reasons(replace(CHOICE, certain=True, instead=Other("99AC00", "De Oude Haven", NT2, 200, fewer=-50)), ADVICE)
    assert told[-1] == "Kan deze school niet, dan is De Oude Haven de beste: 50 kinderen meer."


def test_a_replacement_in_a_plan_that_never_reaches_the_share_says_nothing_about_it():
    never = replace(SHARE, proof=replace(SHARE.proof, unreachable=True))
    other = Other("99AC00", "De Oude Haven", NT2, 120, fewer=30, reaches=False)
    assert reasons(replace(CHOICE, instead=other), never)[-1].endswith("30 kinderen minder.")


def test_what_was_searched_is_told_as_one_as_many_and_by_kind():
    assert "Er was 1 school die dit kan gaan geven en nog een kind bereikt." in proof(replace(ADVICE, offers=1))[1]
    two = replace(ADVICE, asked=Asked((NT2, "facilities.lift"), Way.OFFERS, 2), offers=1200)
    assert "Gezocht is onder 1.200 keer hulp die erbij kan en nog een kind bereikt." in proof(two)[1]
    assert proof(replace(ADVICE, proof=replace(ADVICE.proof, seconds=1.2)))[1].endswith("Zoeken duurde 1 seconde.")


def test_one_more_that_does_not_fit_in_the_amount_says_what_is_left():
    paid = replace(ADVICE, asked=Asked((NT2,), Way.EUROS, 30_000), proof=replace(ADVICE.proof, cost=2_550_000))
    dear = replace(paid, next=replace(ADVICE.next, cents=850_000))
    assert next_in_words(dear).endswith("40 kinderen. Dat past niet in het bedrag: het kost € 8.500, en er is nog € 4.500.")
    assert next_in_words(replace(paid, next=replace(ADVICE.next, cents=450_000))).endswith("40 kinderen.")


def test_fewer_schools_than_were_asked_says_why():
    alone = replace(ADVICE, asked=Asked((NT2,), Way.OFFERS, 3), next=None)
    assert headline(alone).endswith("naar 80%. U vroeg er 3: geen andere school voegt nog iets toe.")
    special = replace(alone, asked=replace(alone.asked, site_kinds=("special",)))
    assert headline(special).endswith("U vroeg er 3: geen andere school die mocht meedoen, voegt nog iets toe.")
    assert "geen school die mocht meedoen, bereikt meer kinderen" in next_in_words(special)
