"""What does the guard find in the sample documents: every finding defensible, and little that is not?"""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.findings import check_profile
from dekkend.profiles.words.findings import Finding
from dekkend.reading.gateways.intake import open_document
from dekkend.reading.rules.read import read_document

TODAY = datetime.date(2026, 9, 1)


def findings_in(file: Path) -> list[Finding]:
    form = load_template("haaglanden")
    reading = read_document(open_document(file), form)
    return check_profile(reading.profile, form, today=TODAY)


def places(findings: list[Finding], code: str) -> list[str]:
    return [finding.path for finding in findings if finding.code == code]


def test_a_document_that_names_no_numbers_gets_no_finding_on_admission(shared: Path) -> None:
    found = findings_in(sorted((shared / "seeds").glob("*.txt"))[0])
    codes = Counter(finding.code for finding in found)
    assert set(codes) <= {"adoption_name_missing", "law_lapsed", "long_sentence"}
    assert places(found, "adoption_name_missing") == ["adoption.advised_by"]
    assert places(found, "law_lapsed") == ["introduction"]


def test_a_document_with_slips_gets_them_all(shared: Path) -> None:
    found = findings_in(sorted((shared / "seeds").glob("*.txt"))[1])
    assert places(found, "admission_group_composition") == ["limits[4].text"]
    assert places(found, "admission_disturbing") == ["limits[1].text"]
    assert places(found, "budget_other_year") == ["budget"]
    assert places(found, "adoption_date_missing") == ["adoption.adopted_on"]
    assert places(found, "personal_mail") == ["school.email"]
    assert "related_documents[1].label" in places(found, "plan_expired")
    assert len(places(found, "staff_initials")) == 6
    assert "expertise.early_years.note" not in places(found, "staff_initials")
    assert places(found, "hours_unclear") == ["expertise.behaviour", "expertise.early_years"]
    assert len(found) < 25
