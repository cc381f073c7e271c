"""Which schools of a region count for children of 4 to 11, and how is it said which do not and where a child cannot simply go?"""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.coverage.words.coverage import Ground
from dekkend.coverage.words.settings import Settings
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


def apart_in_words(ground: Ground) -> str:
    """How many schools of the region do not count, and why; "" when all of them do."""
    if not ground.apart:
        return ""
    given = {"schools": ground.inside + len(ground.apart), "count": len(ground.apart)}
    return say("De regio heeft {schools} scholen, waarvan {count} alleen voor voortgezet speciaal onderwijs: die tellen niet mee.", **given)


def by_declaration(sites: Iterable[SiteOnMap]) -> bool:
    """A child cannot simply go to at least one of these schools."""
    return any(site.is_by_declaration for site in sites)


def _whose(settings: Settings) -> str:
    if settings.around:
        return say("Scholen buiten de regio tellen mee, als zij binnen bereik liggen.")
    return say("Alleen scholen van deze regio tellen mee.")
