"""Are the drawn parts readable without seeing them: a title, a sentence, a table; and does nothing need an inline style?"""

from decimal import Decimal
from pathlib import Path

import pytest
from django.template import Context, Template

from dekkend.ui.charts import bars, line, share
from dekkend.ui.steps import step_line

PACKAGE = Path(__file__).parents[3] / "dekkend"


@pytest.mark.parametrize(
    "chart",
    [
        bars("Hulp per school", [(f"School {at}", 1000 * at) for at in range(40)]),
        line("Bereik per jaar", [("2023", 1.0), ("2024", None), ("2025", 2.5)]),
        share("Thuisnabij", sure=85, maybe=7, whole=100),
    ],
)
def test_a_chart_has_a_title_a_description_and_its_numbers(chart):
    drawn = Template("{% chart chart 'c1' %}").render(Context({"chart": chart}))
    assert f'<title id="c1-t">{chart.title}</title>' in drawn
    assert 'role="img" aria-labelledby="c1-t c1-d"' in drawn
    assert drawn.count("<tr>") == len(chart.rows) + 1
    assert "style=" not in drawn
    assert 'y="1.0' not in drawn  # no thousands separator in what a browser measures


def test_a_step_line_says_where_it_is_in_words():
    steps = step_line([("Team", "3 oktober"), ("MR", ""), ("Bestuur", "")], done=1)
    drawn = Template("{% step_line steps 'Vaststellen' %}").render(Context({"steps": steps}))
    assert [step.state for step in steps] == ["done", "now", "later"]
    assert drawn.count('aria-current="step"') == 1
    assert all(word in drawn for word in ("3 oktober", "nu", "nog niet"))


def test_amounts_are_written_in_one_way_on_every_screen():
    shown = Template("{{ whole|money }}, {{ part|money }}").render(Context({"whole": Decimal("8500.00"), "part": Decimal("106.5")}))
    assert shown == "€ 8.500, € 106,50"
    by_hand = [path.name for path in PACKAGE.rglob("*.html") if "€ {{" in path.read_text("utf-8")]
    assert not by_hand, "write {{ amount|money }}"
