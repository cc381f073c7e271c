"""What is the best plan for a region and a question, worked out now? Nothing is stored here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dekkend.coverage.queries import coverage_of, rates_of, settings_of
from dekkend.coverage.rules.kinds import with_radius
from dekkend.coverage.rules.schools import why_apart
from dekkend.coverage.words import Coverage, Rate, Refused
from dekkend.coverage.words.coverage import YES
from dekkend.kernel.school_years import SchoolYear
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.planning.gateways.reach import reach_of, with_offers
from dekkend.planning.gateways.solver import Unreachable, least, most
from dekkend.planning.rules.asking import checked, costs_of, with_hours_that_count
from dekkend.planning.rules.building import build, left_over
from dekkend.planning.rules.explaining import explain, missing
from dekkend.planning.words.advice import Advice
from dekkend.planning.words.asking import Asked, Way
from dekkend.planning.words.built import Built
from dekkend.planning.words.problem import Answer, TooLarge
from dekkend.profiles.gateways.catalogue import load_catalogue

SECONDS = 30.0  # that the search may take; after that the best that was found, with its bound
CENTS = 100


def coverage_for(partnership: Partnership, asked: Asked, *, today: date) -> Coverage:
    """The region as this question counts it: only the asked kinds, at its distance, of its year."""
    settings = replace(settings_of(partnership), codes=asked.codes, asked=True)
    if asked.radius_km is not None:
        settings = with_radius(settings, asked.radius_km)
    return coverage_of(partnership, settings, today=today, school_year=asked.school_year or None)


def rates_for(partnership: Partnership, asked: Asked, *, today: date) -> tuple[Rate, ...]:
    """The amounts of the school year of this day; none when money does not count."""
    return rates_of(partnership, str(SchoolYear.of(today))) if asked.needs_money else ()


def costs_for(partnership: Partnership, asked: Asked, *, today: date) -> dict[str, int]:
    """What one offer of each kind costs in the school year of this day. Raises NoAmount and Refused."""
    return costs_of(asked, load_catalogue(), rates_for(partnership, asked, today=today), str(SchoolYear.of(today)))


def built_for(partnership: Partnership, asked: Asked, *, today: date) -> tuple[Asked, Coverage, Built]:
    """The question as it was checked, and the problem behind it. Raises Refused for what cannot be asked or needs no plan, TooLarge."""
    catalogue = load_catalogue()
    # Before anything is counted: a distance that is no number would be. Which schools there are is only known after it.
    checked(replace(asked, without=(), certain=()), catalogue, {})
    coverage = coverage_for(partnership, asked, today=today)
    inside = coverage.sites[: coverage.ground.inside]
    asked = checked(_of_schools_that_count(asked, coverage), catalogue, {site.brin6: site.name for site in inside})
    rates = rates_for(partnership, asked, today=today)
    asked, costs = with_hours_that_count(asked, rates), costs_of(asked, catalogue, rates, str(SchoolYear.of(today)))
    if lost := [site.name for site in inside if site.brin6 in asked.certain and site.point is None]:
        raise Refused(say("Waar de school {school} ligt, is niet bekend. Zij kan daarom niet in een plan.", school=lost[0]))
    _refuse_certain_with_all(coverage, asked)
    built = build(coverage, asked, reach_of(coverage), costs)
    _refuse_without_use(built, asked)
    return asked, coverage, built


def _of_schools_that_count(asked: Asked, coverage: Coverage) -> Asked:
    """The question without schools that no plan can choose. One that must be in is refused, with the reason."""
    apart = {site.brin6: site for site in coverage.ground.apart}
    if named := apart.keys() & set(asked.certain):
        site = apart[min(named)]
        raise Refused(say("{school} kan niet in een plan. {why}", school=site.name, why=why_apart(site)))
    return replace(asked, without=tuple(brin6 for brin6 in asked.without if brin6 not in apart))


def _refuse_certain_with_all(coverage: Coverage, asked: Asked) -> None:
    """A school that must be in and has everything already: nothing can be added to it."""
    for row, site in enumerate(coverage.sites[: coverage.ground.inside]):
        if site.brin6 in asked.certain and (coverage.marks.signs[row] == YES).all():
            raise Refused(
                say("{school} heeft al wat u vraagt. Haal deze school weg bij 'Deze scholen moeten er zeker bij'.", school=site.name)
            )


def _refuse_without_use(built: Built, asked: Asked) -> None:
    """A question that has its answer before anything is searched."""
    if not built.children:
        raise Refused(say("Van deze regio is niet bekend hoeveel kinderen er wonen. Lees eerst het register in."))
    if asked.way is Way.SHARE and not missing(built, asked):
        raise Refused(say("Er is nu al zoveel gedekt. Vraag een hoger percentage."))
    if built.covered == built.children:
        raise Refused(say("Elk kind heeft hiervoor al een school dichtbij. Kies een andere soort hulp of een kleinere afstand."))
    if not built.problem.offers:
        raise Refused(say("Er is geen school die een kind erbij bereikt. Kies een grotere afstand, of laat meer scholen meedoen."))
    limit, certain = limit_of(asked), int(built.problem.cost[list(built.certain)].sum())
    if asked.way is Way.OFFERS and certain > limit and len(asked.codes) > 1:
        raise Refused(
            say(
                "De scholen die er zeker bij moeten, krijgen samen {count} keer een soort hulp erbij: elke soort telt apart. "
                "Dat is meer dan u vraagt. Vraag meer, of kies minder scholen.",
                count=certain,
            )
        )
    if asked.way is not Way.SHARE and certain > limit:
        raise Refused(say("De scholen die er zeker bij moeten, zijn samen al meer dan u vraagt. Vraag meer, of kies minder scholen."))
    if asked.way is Way.EUROS and int(built.problem.cost.min()) > limit:
        raise Refused(say("Voor dit bedrag is er geen enkele school. Vraag een hoger bedrag."))


def limit_of(asked: Asked) -> int:
    return asked.number * CENTS if asked.way is Way.EUROS else asked.number


def work_out(partnership: Partnership, asked: Asked, *, today: date, seconds: float = SECONDS) -> Advice:
    """The best plan with its proof and reasons. Raises Refused and TooLarge, as `built_for`."""
    asked, coverage, built = built_for(partnership, asked, today=today)
    return advise(coverage, built, asked, seconds=seconds)


def advise(coverage: Coverage, built: Built, asked: Asked, *, seconds: float = SECONDS) -> Advice:
    """The answer to a problem, told as what it is for the region that the problem was made of."""
    answer, unreachable = solved(built, asked, seconds=seconds)
    added = [(int(built.sites[offer]), int(built.columns[offer])) for offer in answer.offers]
    return explain(coverage, with_offers(coverage, added), built, asked, answer, unreachable=unreachable)


def solved(built: Built, asked: Asked, *, seconds: float) -> tuple[Answer, bool]:
    """The answer over the whole problem, what is certain in it; and whether the asked share is out of reach for all offers together."""
    problem, numbers = left_over(built)
    value, cost = built.problem.value(built.certain), int(built.problem.cost[list(built.certain)].sum())
    unreachable = False
    try:
        if asked.way is Way.SHARE:
            target = missing(built, asked) - value
            found = least(problem, target=target, seconds=seconds) if target > 0 else NOTHING
        else:
            room = limit_of(asked) - cost
            found = most(problem, limit=room, seconds=seconds) if room and len(problem.points) else NOTHING
    except Unreachable as why:
        unreachable = True
        found = least(problem, target=why.most, seconds=seconds) if why.most else NOTHING
    offers = (*built.certain, *(int(numbers[offer]) for offer in found.offers))
    before = cost if asked.way is Way.SHARE else value
    return replace(
        found,
        offers=offers,
        value=built.problem.value(offers),
        cost=int(built.problem.cost[list(offers)].sum()),
        bound=found.bound + before,
    ), unreachable


NOTHING = Answer((), 0, 0, 0, proven=True)
__all__ = ["SECONDS", "TooLarge", "built_for", "coverage_for", "solved", "work_out"]
