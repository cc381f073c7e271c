"""How does the offer of one site for one school year stand?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dekkend.adoption.models import Adoption, Advice, Step
from dekkend.adoption.queries.personal import undecided
from dekkend.adoption.queries.terms import terms_of
from dekkend.adoption.rules.advice import departs, unanswered
from dekkend.adoption.rules.days import due
from dekkend.adoption.words.facts import Due, Facts, Terms
from dekkend.adoption.words.procedure import Answer, Kind, Outcome, Regime, State
from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.law.queries import on
from dekkend.organisations.models import Site
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import Scope
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.profiles.queries import findings_of
from dekkend.profiles.words.findings import Severity


@dataclass(frozen=True)
class Case:
    """One procedure with all that its screen needs. `adoption` may not be stored yet: it begins with its first step."""

    site: Site
    adoption: Adoption
    draft: ProfileDraft | None
    version: ProfileVersion | None
    steps: tuple[Step, ...]
    advice: Advice | None
    terms: Terms
    facts: Facts
    due: Due | None

    @property
    def state(self) -> State:
        return self.facts.state

    @property
    def school_year(self) -> str:
        return self.adoption.school_year

    @property
    def first_day(self) -> date:
        """The law of this day is the one the procedure runs under."""
        return SchoolYear(int(self.school_year[:4])).first_day

    @property
    def this_round(self) -> dict[Kind, Step]:
        return {Kind(step.kind): step for step in self.steps if step.round == self.adoption.round}


def case_of(scope: Scope, brin6: str, school_year: str, *, today: date) -> Case | None:
    """None for a site out of reach, and for a year that is none."""
    if parse_school_year(school_year) is None:
        return None
    site = sites_within(scope).filter(brin6=brin6).first()
    return case_at(site, school_year, today=today) if site else None


def case_at(site: Site, school_year: str, *, today: date) -> Case:
    """For a site that is known to be within reach."""
    stored = Adoption.anywhere.filter(site=site, school_year=school_year).select_related("version").first()
    draft = ProfileDraft.anywhere.filter(site=site, school_year=school_year, closed_at__isnull=True).first()
    adoption = stored or not_begun(site, school_year, draft, today=today)
    steps = (
        tuple(Step.anywhere.filter(adoption=adoption).select_related("version", "by").prefetch_related("attachments__file"))
        if stored
        else ()
    )
    advice = given_advice(adoption) if stored else None
    terms = terms_of(site.partnership_id)
    facts = facts_of(adoption, draft, steps, advice, today=today)
    happened = {Kind(step.kind): step.on for step in steps if step.round == adoption.round}
    return Case(site, adoption, draft, adoption.version, steps, advice, terms, facts, due(facts.state, happened, terms, today=today))


def not_begun(site: Site, school_year: str, draft: ProfileDraft | None, *, today: date) -> Adoption:
    """What was adopted elsewhere and only made public here is public; everything else is still being written."""
    public = None if draft else public_of(site, school_year)
    state = State.PUBLISHED if public else State.DRAFT
    return Adoption(site=site, school_year=school_year, regime=regime_of(school_year).value, state=state.value, version=public)


def public_of(site: Site, school_year: str) -> ProfileVersion | None:
    found = ProfileVersion.anywhere.filter(site=site, school_year=school_year, published_on__isnull=False)
    return found.order_by("-number").first()


def regime_of(school_year: str) -> Regime:
    return Regime(str(on(SchoolYear(int(school_year[:4])).first_day).value("adoption.regime").value))


def given_advice(adoption: Adoption) -> Advice | None:
    """The advice of this round, once the council gave it."""
    found = Advice.anywhere.filter(adoption=adoption, round=adoption.round, given_on__isnull=False)
    return found.select_related("version").prefetch_related("remarks").first()


def facts_of(adoption: Adoption, draft: ProfileDraft | None, steps: tuple[Step, ...], advice: Advice | None, *, today: date) -> Facts:
    state = State(adoption.state)
    answers = answers_of(advice)
    outcome = Outcome(advice.outcome) if advice else None
    return Facts(
        state=state,
        regime=Regime(adoption.regime),
        has_draft=draft is not None,
        unconfirmed=unconfirmed_in(draft),
        serious=serious_in(draft, today) if draft and state is State.DRAFT else 0,
        pupils_heard=any(step.kind == Kind.PUPILS.value for step in steps),
        advice=outcome,
        unanswered=unanswered(answers),
        departs=departs(outcome, answers),
        undecided=undecided(adoption.version, today) if state is State.ADOPTED and adoption.version else 0,
    )


def unconfirmed_in(draft: ProfileDraft | None) -> int:
    """How many answers still wait for someone to say that they are so."""
    return sum(bool(entry.get("open")) for entry in draft.standing.values()) if draft else 0


def serious_in(draft: ProfileDraft, today: date) -> int:
    """How many serious findings were neither mended nor set aside with a reason."""
    return sum(finding.severity is Severity.SERIOUS for finding in findings_of(draft, today=today).open)


def answers_of(advice: Advice | None) -> list[Answer]:
    """The answers of the board: to each remark, and to the whole when the council wrote about it."""
    if advice is None:
        return []
    whole = [Answer(advice.answer)] if asks_answer(advice) else []
    return whole + [Answer(remark.answer) for remark in advice.remarks.all()]


def asks_answer(advice: Advice) -> bool:
    """The text on the whole asks an answer of its own when the advice is not simply positive."""
    return bool(advice.text.strip()) and advice.outcome in (Outcome.REMARKS.value, Outcome.NEGATIVE.value)


def earlier_advice(adoption: Adoption) -> Advice | None:
    """The last advice before this round: of an earlier round, or of an earlier school year of this site."""
    given = Advice.anywhere.filter(adoption__site=adoption.site, given_on__isnull=False).select_related("adoption", "version")
    same_year = given.filter(adoption__school_year=adoption.school_year, round__lt=adoption.round)
    return (
        same_year.order_by("-round").first()
        or given.filter(adoption__school_year__lt=adoption.school_year).order_by("-adoption__school_year", "-round").first()
    )


def compared_with(adoption: Adoption) -> ProfileVersion | None:
    """What the council last knew: the version of its last advice this year, else the last adopted one before it."""
    asked = (
        Advice.anywhere.filter(adoption=adoption, round__lt=adoption.round, given_on__isnull=False).order_by("-round").first()
        if adoption.pk
        else None
    )
    if asked:
        return asked.version
    known = ProfileVersion.anywhere.filter(site=adoption.site, adopted_on__isnull=False)
    if adoption.version:
        known = known.exclude(pk=adoption.version.pk).filter(school_year__lte=adoption.school_year)
    return known.filter(school_year__lte=adoption.school_year).order_by("-school_year", "-number").first()
