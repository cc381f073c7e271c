"""Is what is left to do in a draft told in words, and does only what must stand in the way of handing it in?"""

from __future__ import annotations

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.completeness import completeness
from dekkend.profiles.rules.empty import empty_values
from dekkend.profiles.words.findings import Finding, Severity
from tests.corpus.school import vuursprot

TEMPLATE = load_template()


def left_in(part_id, values, standing=None, findings=()):
    told = completeness(TEMPLATE, values, standing or {}, findings)
    return next(part for part in told.parts if part.part.id == part_id), told


def test_what_is_empty_is_named_when_it_is_little_and_counted_when_it_is_much():
    values = vuursprot(school={"phone": None})["values"]
    part, told = left_in("general", values)
    assert part.counted == "5 van 6 ingevuld"
    assert part.sentences == ("Niet ingevuld: Telefoon.",)
    assert told.blockers == ()
    part, _ = left_in("expertise", empty_values(TEMPLATE))
    assert part.sentences == ("Niet ingevuld: 12 van de 12.",)


def test_who_signed_is_not_asked_of_who_writes():
    part, _ = left_in("general", vuursprot(adoption={"adopted_on": None})["values"])
    assert part.filled == part.total


def test_an_answer_that_nobody_confirmed_stands_in_the_way_of_handing_in():
    values = vuursprot()["values"]
    standing = {"vision": {"since": "2023-2024", "confirmed_on": None, "open": True}}
    part, told = left_in("vision", values, standing)
    assert (part.open, told.open) == (1, 1)
    assert part.sentences == ("Nog te bevestigen: Visie op passend onderwijs.",)
    assert told.blockers == ("Eén antwoord is nog niet bevestigd (Visie passend onderwijs). Kijk of het nog klopt.",)


def test_only_a_serious_finding_stands_in_the_way():
    serious, mild = (Finding("x", "vision", severity, "Let op.", "Regel") for severity in (Severity.SERIOUS, Severity.INFO))
    assert completeness(TEMPLATE, vuursprot()["values"], {}, [mild]).blockers == ()
    (told,) = completeness(TEMPLATE, vuursprot()["values"], {}, [serious, mild]).blockers
    assert told.startswith("Er is één ernstige opmerking.")
