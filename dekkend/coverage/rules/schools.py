"""Which schools of a region count for children of 4 to 11, and how is it said which do not and where a child cannot simply go?"""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.coverage.words.coverage import Ground
from dekkend.coverage.words.settings import Schools, Settings
from dekkend.kernel.sentences import say
from dekkend.register.words import SiteOnMap

ARTICLES = ("finding.declaration_primary", "finding.declaration_special")  # of the law, see `law/values`


def which_schools(settings: Settings, ground: Ground, articles: Iterable[str]) -> list[str]:
    """One sentence for each choice. `articles` of the law are those of `ARTICLES`, in words."""
    lines = [_whose(settings), apart_in_words(ground)]
    if by_declaration(ground.sites):
        lines.append(
            say(
                "Ook scholen voor speciaal basisonderwijs en speciaal onderwijs tellen mee. Daar kan een kind meestal alleen heen met een "
                "toelaatbaarheidsverklaring van het samenwerkingsverband ({articles}).",
                articles=", ".join(articles),
            )
        )
    return [line for line in lines if line]


def counts_in(site: SiteOnMap, schools: Schools) -> bool:
    """Its help counts for children of 4 to 11, as the region chose."""
    return site.is_for_children and not (schools is Schools.REGULAR and site.is_by_declaration)


def apart_in_words(ground: Ground) -> str:
    """How many schools of the region do not count, and why; "" when all of them do."""
    secondary = only_secondary(ground)
    special = len(ground.apart) - secondary
    given = {"schools": ground.inside + len(ground.apart)}
    if secondary and special:
        return say(
            "De regio heeft {schools} scholen, waarvan {count} alleen voor voortgezet speciaal onderwijs en {special} voor speciaal "
            "onderwijs of speciaal basisonderwijs: die tellen niet mee.",
            **given,
            count=secondary,
            special=special,
        )
    if special:
        return say(
            "De regio heeft {schools} scholen, waarvan {special} voor speciaal onderwijs of speciaal basisonderwijs: die tellen niet mee.",
            **given,
            special=special,
        )
    if not secondary:
        return ""
    return say(
        "De regio heeft {schools} scholen, waarvan {count} alleen voor voortgezet speciaal onderwijs: die tellen niet mee.",
        **given,
        count=secondary,
    )


def only_secondary(ground: Ground) -> int:
    """How many schools of the region do not teach children of 4 to 11."""
    return sum(not site.is_for_children for site in ground.apart)


def why_apart(site: SiteOnMap) -> str:
    """Why this school does not count."""
    if not site.is_for_children:
        return say("De school is voor leerlingen vanaf 12 jaar. Daarom telt zij niet mee.")
    return say("De regio koos dat alleen gewone basisscholen tellen.")


def by_declaration(sites: Iterable[SiteOnMap]) -> bool:
    """A child cannot simply go to at least one of these schools."""
    return any(site.is_by_declaration for site in sites)


def _whose(settings: Settings) -> str:
    if settings.around:
        return say("Scholen buiten de regio tellen mee, als zij binnen bereik liggen.")
    return say("Alleen scholen van deze regio tellen mee.")
