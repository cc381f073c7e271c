"""Which schools wait for whom, and what waits for me?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from dekkend.adoption.models import Adoption, Advice, Step
from dekkend.adoption.queries.cases import answers_of, regime_of, unconfirmed_in
from dekkend.adoption.queries.rounds import rounds_of
from dekkend.adoption.queries.terms import USUAL, all_terms
from dekkend.adoption.rules.acting import acting
from dekkend.adoption.rules.advice import departs, unanswered
from dekkend.adoption.rules.campaign import next_day, stage_of
from dekkend.adoption.rules.days import due
from dekkend.adoption.rules.procedure import expected
from dekkend.adoption.words.campaign import Stage
from dekkend.adoption.words.facts import Due, Facts
from dekkend.adoption.words.procedure import ABOUT, Kind, Outcome, Regime, State
from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.models import Site
from dekkend.organisations.permissions import reaches_site
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import Role, Scope
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.register.queries.closures import still_open, with_closures

NO_DAY = 10_000  # days: what has no day stands last


@dataclass(frozen=True, slots=True)
class Stand:
    """How far one site is: its state, the step that is next and whose it is, and by when.

    `due` is the term that runs at the council or the board. `until` is what counts on every screen: that term, or the deadline of the
    round when it comes first; None when nothing is expected.
    """

    site: Site
    school_year: str
    facts: Facts
    begun: bool
    next: Kind | None
    due: Due | None
    stage: Stage
    until: Due | None
    public: bool = False

    @property
    def state(self) -> State:
        return self.facts.state

    @property
    def roles(self) -> tuple[Role, ...]:
        return ABOUT[self.next].roles if self.next else ()

    @property
    def late(self) -> bool:
        return self.until is not None and self.until.late


def state_of(version: ProfileVersion) -> str:
    """How far the procedure of this version is, as a label; nothing when it is not the version that the procedure is about."""
    found = Adoption.anywhere.filter(site_id=version.site_id, school_year=version.school_year, version=version).first()
    return State(found.state).label if found else ""


def with_state(scope: Scope, school_year: str) -> QuerySet[Site]:
    """The sites within reach, each with the state of its procedure for this year as `stand` (nothing when it did not begin).

    A school that closed keeps what was decided there; each has the day as `closed_on`.
    """
    state = Adoption.anywhere.filter(site=OuterRef("pk"), school_year=school_year).values("state")[:1]
    return with_closures(sites_within(scope).annotate(stand=Subquery(state)))


def stands_of(sites: Iterable[Site], school_year: str, *, today: date) -> dict[int, Stand]:
    """By key of the site; the number of queries does not grow with them."""
    sites = list(sites)
    adoptions = {each.site_id: each for each in Adoption.anywhere.filter(site__in=sites, school_year=school_year)}
    of_year = Q(site__in=sites, school_year=school_year)
    drafts = {draft.site_id: draft for draft in ProfileDraft.anywhere.filter(of_year, closed_at__isnull=True).only("site_id", "standing")}
    public = set(ProfileVersion.anywhere.filter(of_year, published_on__isnull=False).values_list("site_id", flat=True))
    steps = steps_of(adoptions.values())
    advices = advices_of(adoptions.values())
    terms = all_terms(site.partnership_id for site in sites)
    rounds = rounds_of((site.partnership_id for site in sites), school_year)
    found = {}
    for site in sites:
        adoption = adoptions.get(site.pk)
        facts = facts_in_list(adoption, drafts.get(site.pk), steps, advices, regime_year=school_year, public=site.pk in public)
        happened = {Kind(step.kind): step.on for step in steps.get(adoption.pk, ()) if step.round == adoption.round} if adoption else {}
        term = due(facts.state, happened, terms.get(site.partnership_id, USUAL), today=today)
        begun, is_public = adoption is not None, site.pk in public
        stage = stage_of(facts.state, begun=begun or facts.has_draft, public=is_public)
        until = next_day(stage, term, rounds[site.partnership_id], today=today, public=is_public)
        found[site.pk] = Stand(site, school_year, facts, begun, expected(facts), term, stage, until, is_public)
    return found


def steps_of(adoptions: Iterable[Adoption]) -> dict[int, list[Step]]:
    found: dict[int, list[Step]] = {}
    for step in Step.anywhere.filter(adoption__in=[each.pk for each in adoptions]).order_by("at", "pk"):
        found.setdefault(step.adoption_id, []).append(step)
    return found


def advices_of(adoptions: Iterable[Adoption]) -> dict[tuple[int, int], Advice]:
    given = Advice.anywhere.filter(adoption__in=[each.pk for each in adoptions], given_on__isnull=False).prefetch_related("remarks")
    return {(advice.adoption_id, advice.round): advice for advice in given}


def facts_in_list(
    adoption: Adoption | None,
    draft: ProfileDraft | None,
    steps: dict[int, list[Step]],
    advices: dict[tuple[int, int], Advice],
    *,
    regime_year: str,
    public: bool,
) -> Facts:
    """As `facts_of`, without reading the text for personal details."""
    if adoption is None:
        return Facts(begin_state(draft, public), regime_of(regime_year), has_draft=draft is not None, unconfirmed=unconfirmed_in(draft))
    advice = advices.get((adoption.pk, adoption.round))
    answers = answers_of(advice)
    outcome = Outcome(advice.outcome) if advice else None
    return Facts(
        state=State(adoption.state),
        regime=Regime(adoption.regime),
        has_draft=draft is not None,
        unconfirmed=unconfirmed_in(draft),
        pupils_heard=any(step.kind == Kind.PUPILS.value for step in steps.get(adoption.pk, ())),
        advice=outcome,
        unanswered=unanswered(answers),
        departs=departs(outcome, answers),
    )


def begin_state(draft: ProfileDraft | None, public: bool) -> State:
    return State.PUBLISHED if public and draft is None else State.DRAFT


def mine(scope: Scope, *, today: date, most: int = 20) -> list[Stand]:
    """What waits for me: of this school year and the next the steps that my role takes, the latest first.

    A stand-in finds it on the page of the school; a board sees only what is its own, not what it may do in the name of a director.
    """
    years = (SchoolYear.of(today), SchoolYear.of(today).next)
    sites = list(still_open(sites_within(scope)))
    found = []
    for year in years:
        stands = stands_of(sites, str(year), today=today).values()
        found += [stand for stand in stands if stand.next and (stand.begun or stand.facts.has_draft) and waits_for(scope, stand)]
    return sorted(found, key=lambda stand: (stand.until.days_left if stand.until else NO_DAY, stand.site.name))[:most]


def waits_for(scope: Scope, stand: Stand) -> bool:
    roles = {role for role in scope.roles() if reaches_site.test(scope.only(role), stand.site)}
    how = acting(stand.next, roles) if stand.next else None
    return how is not None and how.on_behalf_of is None
