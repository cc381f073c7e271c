"""Is it clear who drafted, advised and adopted this profile, when, and in an order that can be true?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dekkend.kernel.dates import first_day, last_day, say_date
from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings.case import Case
from dekkend.profiles.words.findings import Finding, Severity, Source

ADOPTION_MISSING = "adoption_missing"


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of the procedure; its facts are `<code>_on` and `<code>_by`."""

    code: str
    what: str
    person: str
    severity: Severity
    source: Source


_STEPS = (
    _Step("drafted", say("opgesteld"), say("de directeur"), Severity.INFO, Source.ORDER_OF_STEPS),
    _Step("advised", say("besproken met de MR"), say("de voorzitter van de MR"), Severity.WARNING, Source.COUNCIL_ADVICE),
    _Step("adopted", say("vastgesteld door het bestuur"), say("de voorzitter van het bestuur"), Severity.WARNING, Source.BOARD),
)


def find_adoption_slips(case: Case) -> Iterator[Finding]:
    adoption = case.facts("adoption")
    if not adoption:
        return
    if not any(adoption.values()):
        message = say(
            "Er staat niet wie dit profiel opstelde, of de MR adviseerde en wanneer het bestuur het vaststelde. "
            "Zonder vaststelling is het een concept. Vul de data in, of publiceer het nog niet."
        )
        yield Finding(ADOPTION_MISSING, "adoption", Severity.WARNING, message, Source.BOARD.value)
        return
    for step in _STEPS:
        yield from _missing(step, adoption)
    yield from _order(adoption)
    yield from _around_the_year(case, adoption)


def _missing(step: _Step, adoption: dict[str, str | None]) -> Iterator[Finding]:
    on, by = f"{step.code}_on", f"{step.code}_by"
    if on in adoption and not adoption[on]:
        message = say(
            "Er staat niet wanneer dit profiel is {what}. Zonder datum is niet na te gaan of dat gebeurd is. Vul de datum in.",
            what=step.what,
        )
        yield Finding("adoption_date_missing", f"adoption.{on}", step.severity, message, step.source.value)
    if by in adoption and not adoption[by]:
        message = say(
            "De naam van {person} ontbreekt. Vul de naam in, of laat hem met opzet weg als u alleen functies publiceert.",
            person=step.person,
        )
        yield Finding("adoption_name_missing", f"adoption.{by}", Severity.INFO, message, step.source.value)


def _order(adoption: dict[str, str | None]) -> Iterator[Finding]:
    """Only what cannot be true: september 2023 may well be after 14 September 2023."""
    dated = [(step, value) for step in _STEPS if (value := adoption.get(f"{step.code}_on"))]
    for at, (later, value) in enumerate(dated):
        for earlier, before in dated[:at]:
            if last_day(value) < first_day(before):
                message = say(
                    "Volgens de data is dit profiel {what} ({day}) voordat het was {earlier} ({day_before}). "
                    "Dat kan niet. Controleer de data.",
                    what=later.what,
                    day=say_date(value),
                    earlier=earlier.what,
                    day_before=say_date(before),
                )
                yield Finding("adoption_order", f"adoption.{later.code}_on", Severity.WARNING, message, Source.ORDER_OF_STEPS.value, value)
                break


def _around_the_year(case: Case, adoption: dict[str, str | None]) -> Iterator[Finding]:
    for step in _STEPS:
        value = adoption.get(f"{step.code}_on")
        path = f"adoption.{step.code}_on"
        if value and first_day(value) > case.today:
            message = say(
                "De datum waarop dit profiel is {what} ({day}) ligt in de toekomst. Controleer de datum.",
                what=step.what,
                day=say_date(value),
            )
            yield Finding("adoption_future", path, Severity.WARNING, message, Source.ORDER_OF_STEPS.value, value)
        elif value and case.year and (first_day(value) > case.year.last_day or last_day(value) < case.year.previous.previous.last_day):
            message = say(
                "Dit profiel is van {year}, maar het is {what} op {day}. "
                "Die datum hoort waarschijnlijk bij een ander jaar. Controleer de datum en het schooljaar.",
                year=case.year,
                what=step.what,
                day=say_date(value),
            )
            yield Finding("adoption_other_year", path, Severity.WARNING, message, Source.ORDER_OF_STEPS.value, value)
