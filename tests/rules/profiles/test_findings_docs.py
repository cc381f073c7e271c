"""Does the page on findings explain every kind, and does every source lead there or to an article?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dekkend.profiles.words.finding_kinds import KINDS
from dekkend.profiles.words.findings import Finding, Severity, Source

PAGE = (Path(__file__).parents[3] / "docs" / "findings.md").read_text("utf-8")


def test_the_page_explains_every_kind_and_no_other() -> None:
    assert set(re.findall(r"^\| `(\w+)`", PAGE, re.MULTILINE)) == set(KINDS)


@pytest.mark.parametrize("source", Source)
def test_a_source_is_an_article_with_its_address_or_a_part_of_the_page(source: Source) -> None:
    parts = {title.lower() for title in re.findall(r"^## (\w+)", PAGE, re.MULTILINE)}
    ours = re.search(r"docs/findings\.md#(\w+)", source)
    assert ours[1] in parts if ours else re.search(r"artikel \d+.*https://\S+", source)


def test_an_overruling_holds_as_long_as_the_text_stays() -> None:
    finding = Finding("plan_expired", "vision", Severity.WARNING, "Wat.", "Regel", "2019-2023", 4, 13)
    moved = Finding("plan_expired", "vision", Severity.WARNING, "Anders.", "Regel", "2019-2023", 40, 49)
    changed = Finding("plan_expired", "vision", Severity.WARNING, "Wat.", "Regel", "2018-2022", 4, 13)
    assert finding.key == moved.key != changed.key
    assert set(finding.as_dict()) == {"code", "path", "severity", "message", "source", "quote", "start", "end"}
