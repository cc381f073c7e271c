"""How is it said how figures were counted, so that whoever reads one can check it?"""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.coverage.rules.schools import which_schools
from dekkend.coverage.rules.suppression import FEWEST, left_out
from dekkend.coverage.words.coverage import Ground
from dekkend.coverage.words.settings import Kind, Settings
from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say


def number(value: float) -> str:
    """A number as Dutch people write it: 1,25 and 2."""
    return f"{value:g}".replace(".", ",")


def method(
    settings: Settings, kinds: Sequence[Kind], ground: Ground, day: str, school_year: str, articles: Sequence[str]
) -> tuple[str, ...]:
    """One sentence for each choice that a figure depends on. They stand beside every figure, on every screen and in every file.

    `articles` of the law, see `rules/schools.py`.
    """
    schools = which_schools(settings, ground, articles)
    return tuple(line for line in (_when(day, school_year), *_how(settings, kinds), *schools, *_children(ground)) if line)


def _when(day: str, school_year: str) -> str:
    if school_year:
        return say("Dit is wat de openbare profielen van {year} zeggen.", year=school_year)
    return say("Zo staat het aanbod ervoor op {day}: alleen wat een school nu kan geven en openbaar maakte, telt.", day=say_date(day))


def _how(settings: Settings, kinds: Sequence[Kind]) -> list[str]:
    lines = [
        _near(sorted({kind.radius_km for kind in kinds}), number(settings.detour)),
        which_kinds(settings, kinds),
        *_levels(settings, kinds),
        say("Een antwoord dat ontbreekt, is niet bekend: het laagste getal telt het als nee, het hoogste als ja."),
    ]
    if any(kind.rough for kind in kinds):
        lines.append(say("Onder 2 km is het grof: wij meten vanaf het midden van het postcodegebied."))
    return lines


def _near(radii: Sequence[float], detour: str) -> str:
    """With one distance, two, or more."""
    km = [number(each) for each in radii] or ["0"]
    if len(km) == 1:
        return say(
            "Gedekt is een kind als er een school is binnen {near} km. De weg is de rechte lijn keer {detour}.", near=km[0], detour=detour
        )
    if len(km) == 2:
        near = say("Gedekt is een kind als er binnen {near} of {far} km een school is, zoals gekozen voor die hulp.", near=km[0], far=km[1])
    else:
        near = say(
            "Gedekt is een kind als er binnen {near} tot {far} km een school is, zoals gekozen voor die hulp.", near=km[0], far=km[-1]
        )
    return f"{near} " + say("De weg is de rechte lijn keer {detour}.", detour=detour)


def which_kinds(settings: Settings, kinds: Sequence[Kind]) -> str:
    """Whose choice it is what "all support" means."""
    if not settings.codes:
        return say("Geteld zijn de {count} soorten hulp van het formulier.", count=len(kinds))
    if len(kinds) == 1:
        return say("Alleen {kind} is geteld.", kind=kinds[0].label)
    if settings.asked:
        return say("Geteld zijn {count} soorten hulp, die bij de vraag gekozen zijn.", count=len(kinds))
    return say("Geteld zijn {count} soorten hulp, die de regio koos.", count=len(kinds))


# From which level it counts, by block and level of the catalogue.
FROM = {
    ("expertise", 1): say("Kennis in het team telt bij ja."),
    ("external_experts", 1): say("Hulp van buiten telt als zij er soms is, of vaker."),
    ("external_experts", 2): say("Hulp van buiten telt als zij er regelmatig is, of vaker."),
    ("external_experts", 3): say("Hulp van buiten telt als zij er op vaste momenten is."),
    ("facilities", 1): say("Een voorziening telt als zij er is."),
}


# The same, short: what stands in a cell.
WORDS = {
    ("expertise", 1): say("ja"),
    ("external_experts", 1): say("soms of vaker"),
    ("external_experts", 2): say("regelmatig of vaker"),
    ("external_experts", 3): say("op vaste momenten"),
    ("facilities", 1): say("aanwezig"),
}


def level_in_words(kind: Kind) -> str:
    """From which answer a kind counts; a level that has no words here is shown as it is."""
    return WORDS.get((kind.block, kind.level), str(kind.level))


def _levels(settings: Settings, kinds: Sequence[Kind]) -> list[str]:
    """For each block that is shown; a kind with a level of its own is named."""
    usual = dict(settings.levels)
    lines = [FROM[block, usual[block]] for block in dict.fromkeys(kind.block for kind in kinds) if (block, usual.get(block)) in FROM]
    for kind in kinds:
        if kind.level != usual.get(kind.block, kind.level):
            lines.append(say("Bij {kind} geldt: {rule}", kind=kind.label, rule=FROM.get((kind.block, kind.level), "")))
    return lines


def _children(ground: Ground) -> list[str]:
    lines = [say("Kinderen zijn die van 4 tot en met 11 jaar, geschat uit groepen van vijf jaar: een vijfde, alles en twee vijfde.")]
    if blank := int(ground.blank.sum()):
        lines.append(say("Plekken waarvan niet bekend is hoeveel kinderen er wonen: {count}. Zij tellen niet mee.", count=blank))
    if small := int(ground.small.sum()):
        lines.append(
            say(
                "Plekken met minder dan {fewest} kinderen: {count}. Zij tellen samen bij een plek in de buurt. Dan nog niet geteld: {out}.",
                count=small,
                fewest=FEWEST,
                out=left_out(ground.areas),
            )
        )
    return lines
