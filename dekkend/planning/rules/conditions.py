"""Under which conditions was a plan looked for? They stand beside every figure of it, as the method of coverage does."""

from __future__ import annotations

from collections.abc import Mapping

from dekkend.coverage.rules.telling import number
from dekkend.coverage.words import Coverage
from dekkend.coverage.words.coverage import YES
from dekkend.kernel.sentences import say
from dekkend.organisations.words import Kind as SiteKind
from dekkend.planning.rules.telling import euros, several
from dekkend.planning.words.asking import Asked

WHO = say("Een school kan dit gaan geven als zij het nu niet heeft, even niet kan geven, of er niets over zei.")


def conditions(asked: Asked, coverage: Coverage, costs: Mapping[str, int]) -> tuple[str, ...]:
    """One sentence for each condition. `costs` of one offer by code, in cents when money counts."""
    names = {site.brin6: site.name for site in coverage.sites}
    money = _money(coverage, costs, dict(asked.hours)) if asked.needs_money else ()
    return (WHO, *_schools(asked, names), *_has_already(asked, coverage), *money)


def limits(asked: Asked, names: Mapping[str, str]) -> tuple[str, ...]:
    """What of the question the answer holds within: another one may be better without it. `names` of schools by brin6."""
    lines = _schools(asked, names)
    if asked.radius_km is not None:
        lines.append(say("Dichtbij is in dit plan: binnen {km} km.", km=number(asked.radius_km)))
    if asked.school_year:
        lines.append(say("Geteld is wat er in de profielen van {year} staat.", year=asked.school_year))
    return tuple(lines)


def _schools(asked: Asked, names: Mapping[str, str]) -> list[str]:
    lines = []
    if asked.site_kinds:
        kinds = ", ".join(kind.label for kind in SiteKind if kind.value in asked.site_kinds)
        lines.append(say("Alleen deze scholen mochten meedoen: {kinds}.", kinds=kinds))
    if asked.without:
        lines.append(say("Deze scholen konden niet: {schools}.", schools=", ".join(names.get(each, each) for each in asked.without)))
    if asked.certain:
        schools = ", ".join(names.get(each, each) for each in asked.certain)
        lines.append(say("Deze scholen moesten er zeker bij: {schools}.", schools=schools))
        if several(asked):
            lines.append(say("Zij krijgen elke soort hulp uit de vraag die zij nog niet hebben."))
    return lines


def _has_already(asked: Asked, coverage: Coverage) -> list[str]:
    certain = [row for row, site in enumerate(coverage.sites) if site.brin6 in asked.certain]
    if not (coverage.marks.signs[certain] == YES).any():
        return []
    return [say("Wat een school die er zeker bij moest al heeft, komt er niet bij.")]


def _money(coverage: Coverage, costs: Mapping[str, int], hours: Mapping[str, object]) -> list[str]:
    lines = []
    for kind in coverage.kinds:
        money = euros(costs[kind.code])
        if kind.code in hours:
            week = number(float(str(hours[kind.code])))
            lines.append(
                say(
                    "Per school kost {money} in een schooljaar, bij {hours} uur per week: {kind}.", kind=kind.label, money=money, hours=week
                )
            )
        else:
            lines.append(say("Per school kost {money} in een schooljaar: {kind}.", kind=kind.label, money=money))
    return lines
