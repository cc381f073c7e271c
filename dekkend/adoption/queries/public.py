"""How did the public offer of a school come about, as everyone may know it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dekkend.adoption.models import Advice, Step
from dekkend.adoption.words.procedure import ABOUT, Kind
from dekkend.organisations.words import Role
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.queries import public_version

# What the school and the council wrote for each other stays between them; what pupils said belongs in the guide (WPO 13b).
TOLD = (Kind.TEAM, Kind.PUPILS, Kind.ASK, Kind.ADVISE, Kind.REACT, Kind.TALK, Kind.ADOPT, Kind.PUBLISH)


@dataclass(frozen=True, slots=True)
class PublicStep:
    """What happened, on which day, by which role; `text` only what pupils said."""

    happened: str
    on: date
    role: str
    outcome: str
    text: str


@dataclass(frozen=True, slots=True)
class PublicRecord:
    """`number` remarks of the council, of which so many were wholly followed."""

    version: ProfileVersion
    steps: tuple[PublicStep, ...]
    remarks: int
    followed: int


def record_of(brin6: str, school_year: str, *, today: date) -> PublicRecord | None:
    """Of the newest version that is public on this day. For everyone."""
    version = public_version(brin6, school_year, today=today)
    if version is None:
        return None
    steps = Step.anywhere.filter(version=version, kind__in=[kind.value for kind in TOLD])
    last = {step.kind: step for step in steps.select_related("adoption").order_by("at", "pk")}
    heard = (
        Step.anywhere.filter(adoption__site=version.site, adoption__school_year=school_year, kind=Kind.PUPILS.value).order_by("at").last()
    )
    if heard and version.adopted_on and heard.on <= version.adopted_on:
        last.setdefault(Kind.PUPILS.value, heard)
    shown = [told(last[kind.value]) for kind in TOLD if kind.value in last]
    advice = Advice.anywhere.filter(version=version, given_on__isnull=False).prefetch_related("remarks").first()
    answers = [remark.answer for remark in advice.remarks.all()] if advice else []
    return PublicRecord(version, tuple(shown), len(answers), answers.count("followed"))


def told(step: Step) -> PublicStep:
    kind = Kind(step.kind)
    text = step.text if kind is Kind.PUPILS else ""
    return PublicStep(ABOUT[kind].happened, step.on, Role(step.role).label, step.get_outcome_display() if step.outcome else "", text)
