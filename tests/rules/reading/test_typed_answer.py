"""Is what a reviewer types stored in the form of its field, or refused with an example?"""

import pytest

from dekkend.profiles.gateways.templates import load_template
from dekkend.reading.rules.typed_answer import LONGEST, AnswerNotUnderstood, stored_form

FORM = load_template()


@pytest.mark.parametrize(
    ("path", "typed", "stored"),
    [
        ("adoption.drafted_on", "14 september 2023", "2023-09-14"),
        ("adoption.drafted_on", "sept. 2023", "2023-09"),
        ("budget.fixed_amount", "€ 8.500,-", "8500"),
        ("budget.school_year", "2023/2024", "2023-2024"),
        ("school.name", "  De   Vuursprot ", "De Vuursprot"),
        ("vision", "Eerste\nregel.\n\nTweede  alinea.", "Eerste regel.\n\nTweede alinea."),
        ("expertise.autism.note", "2 dagdelen", "2 dagdelen"),
    ],
)
def test_what_is_typed_is_stored_in_the_form_of_its_field(path, typed, stored):
    assert stored_form(FORM, path, typed) == stored


@pytest.mark.parametrize(
    ("path", "typed", "said"),
    [
        ("adoption.drafted_on", "in de herfst", "14 september 2023"),
        ("budget.fixed_amount", "veel", "8.500"),
        ("budget.school_year", "dit jaar", "2023-2024"),
        ("school.name", "   ", "Laat leeg"),
        ("vision", "Een kind met 123456782 als nummer", "Dat bewaren wij niet"),
        ("vision", "x" * (LONGEST + 1), "te lang"),
    ],
)
def test_what_is_not_understood_is_refused_with_an_example(path, typed, said):
    with pytest.raises(AnswerNotUnderstood, match=said):
        stored_form(FORM, path, typed)
