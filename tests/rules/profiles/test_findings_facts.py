"""Does the guard see money, dates and plans that do not belong to the year of the profile, and only those?"""

from __future__ import annotations

import datetime

import pytest

from tests.rules.profiles.findings_of import codes, findings

ADOPTED = {
    "adoption.drafted_by": "T. Zeester",
    "adoption.drafted_on": "2023-09-14",
    "adoption.advised_by": "P. Kwal",
    "adoption.advised_on": "2023-09",
    "adoption.adopted_by": "K. Garnaal",
    "adoption.adopted_on": "2023-10",
}


def test_money_of_another_year_is_found() -> None:
    [finding] = findings({"budget.school_year": "2022-2023", "budget.total_amount": "52172"})
    assert (finding.code, finding.path, finding.severity) == ("budget_other_year", "budget", "warning")
    assert "2022-2023" in finding.message
    assert "2023-2024" in finding.message


def test_money_of_the_same_year_or_of_no_year_is_fine() -> None:
    assert codes({"budget.school_year": "2023-2024", "budget.fixed_amount": "8500"}) == []
    assert codes({"budget.total_amount": "52172"}) == []
    assert codes({"budget.school_year": "2022-2023"}, year=None) == ["year_missing"]


@pytest.mark.parametrize(("total", "found"), [("52172", []), ("52173", ["budget_sum"]), ("8000", ["budget_sum"]), ("8500", ["budget_sum"])])
def test_a_total_is_the_fixed_amount_and_a_whole_number_of_pupils(total: str, found: list[str]) -> None:
    assert codes({"budget.fixed_amount": "8500", "budget.amount_per_pupil": "106", "budget.total_amount": total}) == found


def test_cents_are_counted_exactly() -> None:
    assert codes({"budget.fixed_amount": "8500", "budget.amount_per_pupil": "106.50", "budget.total_amount": "8713"}) == []


@pytest.mark.parametrize(
    ("counted", "found"),
    [("2022-10-01", []), ("2023-02", []), ("2023-10-01", []), ("2021-07-31", ["budget_count_date"]), ("2024-08-01", ["budget_count_date"])],
)
def test_pupils_are_counted_around_the_year_of_the_money(counted: str, found: list[str]) -> None:
    assert codes({"budget.school_year": "2023-2024", "budget.pupil_count_date": counted}) == found


def test_a_full_adoption_is_fine_also_when_months_overlap() -> None:
    assert codes(ADOPTED) == []


@pytest.mark.parametrize(
    ("path", "found", "severity"),
    [
        ("adoption.drafted_on", "adoption_date_missing", "info"),
        ("adoption.advised_on", "adoption_date_missing", "warning"),
        ("adoption.adopted_on", "adoption_date_missing", "warning"),
        ("adoption.advised_by", "adoption_name_missing", "info"),
        ("adoption.adopted_by", "adoption_name_missing", "info"),
    ],
)
def test_a_missing_date_or_name_is_found_at_its_place(path: str, found: str, severity: str) -> None:
    [finding] = findings({**ADOPTED, path: None})
    assert (finding.code, finding.path, finding.severity) == (found, path, severity)


def test_an_order_that_cannot_be_is_found_and_one_that_can_is_not() -> None:
    assert codes({**ADOPTED, "adoption.adopted_on": "2023-08"}) == ["adoption_order"]
    assert codes({**ADOPTED, "adoption.advised_on": "2023-09-13"}) == ["adoption_order"]
    assert codes({**ADOPTED, "adoption.adopted_on": "2023"}) == []


def test_adopted_in_the_future_or_in_another_year_is_found() -> None:
    assert codes({**ADOPTED, "adoption.adopted_on": "2024-03-02"}) == ["adoption_future"]
    assert codes({**ADOPTED, "adoption.adopted_on": "2024-03-01"}) == []
    assert codes({**ADOPTED, "adoption.drafted_on": "2021-09"}) == ["adoption_other_year"]
    assert codes({**ADOPTED, "adoption.adopted_on": "2024-08-01"}, today=datetime.date(2026, 1, 1)) == ["adoption_other_year"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zie ons schoolplan 2019-2023.", ["plan_expired"]),
        ("Zie ons schoolplan 2020-2024.", []),
        ("Het schoolplan 24 – 28 is in ontwikkeling.", []),
        ("Schoolplan '18-'22 staat op de website.", ["plan_expired"]),
        ("Het ondersteuningsplan voor 2018 t/m 2022 geldt nog.", ["plan_expired"]),
        ("Tussen 2019-2023 groeide de school.", []),
        ("Zie het jaarplan 2022-2023.", ["plan_other_year"]),
        ("Zie het jaarplan 2023-2024.", []),
        ("Zie schoolplan hoofdstuk 4.3, blz. 18. Dat is schoolplan 2019-2023.", ["plan_expired", "reference_expired"]),
        ("Zie schoolplan hoofdstuk 4.3, blz. 18.", []),
    ],
)
def test_a_plan_that_ended_before_the_year_is_found(text: str, found: list[str]) -> None:
    assert codes({"extra_support": text}) == found


def test_a_plan_in_the_list_of_documents_is_told_once_and_not_for_its_address() -> None:
    document = {"label": "Schoolplan 2019-2023", "url": "https://vuursprot.example/schoolplan-2019-2023.pdf"}
    assert codes({"related_documents": [document]}) == ["plan_expired"]
