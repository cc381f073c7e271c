"""Can a region change the form without an answer being lost?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.region_form import NOTHING, addable, name_of, on_form, overlaid, problems, retirable
from dekkend.profiles.rules.validation import validate
from tests.corpus.school import vuursprot

FORM, CATALOGUE = load_template(), load_catalogue()
ROW = next(iter(addable(FORM, CATALOGUE)))
OVERLAY = {"titles": {"section:vision": "Wat wij belangrijk vinden"}, "retired": ["facilities.lift"], "rows": [ROW]}


def said(block) -> list[tuple[str, str]]:
    """Every answer of a table, whether in a row of the form or of the school."""
    rows = [*block["rows"].values(), *block["own_rows"]]
    return sorted((row["choice"] or "", row["note"] or "") for row in rows if row["choice"] or row["note"])


def test_a_form_of_a_region_has_its_titles_rows_and_a_name_of_its_own():
    form = overlaid(FORM, OVERLAY, CATALOGUE)
    assert form.id == name_of("haaglanden", OVERLAY)
    assert next(section.title for section in form.sections if section.id == "vision") == "Wat wij belangrijk vinden"
    block, _, code = ROW.partition(".")
    assert form.block(block).row(code) is not None
    assert form.block("facilities").row("lift") is None


def test_what_does_not_fit_is_told():
    assert problems(NOTHING, FORM, CATALOGUE) == ()
    assert problems({}, FORM, CATALOGUE)
    titles = [{"section:nee": "Ja"}, {"section:vision": " "}]
    for wrong in [*({"titles": each} for each in titles), {"retired": ["x.y"]}, {"rows": ["expertise.autism"]}]:
        assert problems(NOTHING | wrong, FORM, CATALOGUE)


def test_the_same_changes_have_the_same_name_and_others_another():
    assert name_of("haaglanden", OVERLAY) == name_of("haaglanden", dict(reversed(OVERLAY.items())))
    assert name_of("haaglanden", OVERLAY) != name_of("haaglanden", NOTHING)


@given(
    retired=st.lists(st.sampled_from(sorted(retirable(FORM))), unique=True, max_size=8),
    rows=st.lists(st.sampled_from(sorted(addable(FORM, CATALOGUE))), unique=True, max_size=5),
)
def test_whatever_a_region_changes_the_answers_stay_and_fit_on_the_form(retired, rows):
    overlay = NOTHING | {"retired": retired, "rows": rows}
    assert problems(overlay, FORM, CATALOGUE) == ()
    form, profile = overlaid(FORM, overlay, CATALOGUE), vuursprot()
    moved = on_form(FORM, form, profile["values"])
    assert list(validate(profile | {"template": form.id, "values": moved.values}, form)) == []
    for block in ("expertise", "external_experts", "facilities"):
        was, now = profile["values"][block], moved.values[block]
        assert said(was) == said(now)
    back = on_form(form, FORM, moved.values)
    assert back.values["expertise"]["rows"] == profile["values"]["expertise"]["rows"]


def test_an_own_row_with_the_name_of_a_new_row_becomes_that_row():
    item = CATALOGUE.item(ROW)
    values = vuursprot()["values"]
    own = {"label": item.label.upper(), "choice": next(iter(CATALOGUE.blocks[item.block].levels)), "note": "op dinsdag"}
    values = values | {item.block: values[item.block] | {"own_rows": [own]}}
    moved = on_form(FORM, overlaid(FORM, NOTHING | {"rows": [ROW]}, CATALOGUE), values)
    assert moved.values[item.block]["own_rows"] == []
    assert moved.values[item.block]["rows"][ROW.partition(".")[2]]["note"] == "op dinsdag"
    assert moved.taken_in == (item.label,)
