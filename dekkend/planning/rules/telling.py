"""How is a question for a plan said in words, and its answer: what it adds, how sure that is, and why each school?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dekkend.coverage.rules.listed import percent
from dekkend.coverage.rules.report_words import thousands
from dekkend.coverage.rules.telling import number
from dekkend.kernel.money import say_money
from dekkend.kernel.sentences import say
from dekkend.offers.words import Sign
from dekkend.planning.words.advice import Advice, Choice, Other, Proof
from dekkend.planning.words.asking import Asked, Least, Way

NAMED = 3  # kinds that are called by their name in one sentence
TENTHS = 1000  # of the whole: percents with one decimal


def euros(cents: int) -> str:
    return say_money(f"{cents // 100}" if cents % 100 == 0 else f"{cents // 100}.{cents % 100:02}")


def kinds_in_words(codes: tuple[str, ...], labels: Mapping[str, str]) -> str:
    names = [labels.get(code, code) for code in codes]
    return ", ".join(names) if len(names) <= NAMED else say("{count} soorten hulp", count=len(names))


def question(asked: Asked, labels: Mapping[str, str]) -> str:
    """The question as one sentence. `labels` by code."""
    kinds = kinds_in_words(asked.codes, labels)
    if asked.way is Way.EUROS:
        return say("Waar helpt {money} het meest voor: {kinds}?", money=euros(asked.number * 100), kinds=kinds)
    if asked.way is Way.OFFERS:
        if several(asked):
            return say("Waar helpt {count} keer hulp erbij op een school het meest: {kinds}?", count=asked.number, kinds=kinds)
        if asked.number == 1:
            return say("Welke school kan dit het beste gaan geven: {kinds}?", kinds=kinds)
        return say("Welke {count} scholen kunnen dit het beste gaan geven: {kinds}?", count=asked.number, kinds=kinds)
    if asked.least is Least.EUROS:
        return say("Met hoe weinig geld is {share}% te dekken: {kinds}?", share=asked.number, kinds=kinds)
    if several(asked):
        return say("Met hoe weinig keer hulp erbij op een school is {share}% te dekken: {kinds}?", share=asked.number, kinds=kinds)
    return say("Met hoe weinig scholen is {share}% te dekken: {kinds}?", share=asked.number, kinds=kinds)


def several(asked: Asked) -> bool:
    """More kinds: what is counted over all of them is no number of children."""
    return len(asked.codes) > 1


def heads(number: int, asked: Asked) -> str:
    """What is reached, over all kinds of the question: one word for it, wherever it stands. About one kind it is always children."""
    count = thousands(number)
    return say("{count} keer een kind", count=count) if several(asked) else say("{count} kinderen", count=count)


def unit(advice: Advice) -> str:
    """What is counted: with more kinds a child counts for each apart."""
    if not several(advice.asked):
        return ""
    each = say("Een kind telt voor elke soort hulp apart: wie er twee dichtbij krijgt, is 2 keer een kind.")
    once = say("Alleen bij kinderen met één school telt het in de rij Samen één keer.")
    return f"{each} {once}"


def headline(advice: Advice) -> str:
    """What comes of it, in one sentence."""
    before, after = percents(advice.before.figure.low), percents(advice.after.figure.low)
    if not advice.choices:
        return say("Er is geen school die hier iets toevoegt.")
    schools = offers_in_words(len(advice.choices), advice.asked)
    if advice.asked.needs_money:
        told = say(
            "Met {schools}, voor {money} per schooljaar, gaat de dekking van {before} naar {after}.",
            schools=schools,
            money=euros(advice.proof.cost),
            before=before,
            after=after,
        )
    else:
        told = say("Met {schools} gaat de dekking van {before} naar {after}.", schools=schools, before=before, after=after)
    why = fewer_than_asked(advice)
    return f"{told} {why}" if why else told


def fewer_than_asked(advice: Advice) -> str:
    """Why there are not as many offers as was asked; "" when there are."""
    asked = advice.asked
    if asked.way is not Way.OFFERS or len(advice.choices) >= asked.number or advice.next:
        return ""
    if restricted(asked):
        return say("U vroeg er {count}: geen andere school die mocht meedoen, voegt nog iets toe.", count=asked.number)
    return say("U vroeg er {count}: geen andere school voegt nog iets toe.", count=asked.number)


def restricted(asked: Asked) -> bool:
    """Not every school could be in it."""
    return bool(asked.without or asked.site_kinds)


def short_answer(asked: Asked, proof: Mapping[str, Any]) -> str:
    """What came of it for a list of plans; `proof` as it is stored."""
    if proof["unreachable"]:
        return say("{share}% is niet te halen.", share=asked.number)
    if asked.way is not Way.SHARE:
        count = thousands(proof["value"])
        added = say("{count} kinderen erbij.", count=count)
        if several(asked):
            added = " ".join([say("{count} keer een kind erbij.", count=count), say("Elke soort hulp telt apart.")])
    elif asked.needs_money:
        added = say("Voor {money} per schooljaar.", money=euros(proof["cost"]))
    else:
        added = say("Dat kan met {schools}.", schools=offers_in_words(proof["cost"], asked))
    sure = say("Dit is bewezen het beste.") if proof["proven"] else say("Dit is het beste dat is gevonden.")
    return f"{added} {sure}"


def offers_in_words(count: int, asked: Asked) -> str:
    """With more kinds one school may get several of them: then it is offers that are counted."""
    if several(asked):
        return say("{count} keer hulp erbij op een school", count=count)  # "1 keer" is the same word
    return say("1 school die dit gaat geven") if count == 1 else say("{count} scholen die dit gaan geven", count=count)


def percents(share: float | None) -> str:
    found = percent(share)
    return "–" if found is None else f"{found}%"


def proof(advice: Advice) -> tuple[str, str]:
    """How sure it is that this is the best, and how that was proven."""
    told = advice.proof
    if told.unreachable:
        return _unreachable(advice), _how(advice)
    if told.proven:
        return say("Dit is bewezen het beste."), _how(advice)
    gap = number(gap_of(advice) / 10)
    if advice.asked.way is Way.SHARE:
        return say("Dit is hoogstens {gap}% duurder dan het beste.", gap=gap) if advice.asked.needs_money else say(
            "Dit is hoogstens {gap}% meer dan het minste dat kan.", gap=gap
        ), _how(advice)
    return say("Dit is hoogstens {gap}% van het beste af.", gap=gap), _how(advice)


def gap_of(advice: Advice) -> int:
    """How far it is from the best at most, in tenths of percents, rounded up."""
    told = advice.proof
    far, whole = (told.cost - told.bound, told.bound) if advice.asked.way is Way.SHARE else (told.bound - told.value, told.bound)
    return -(-max(0, far) * TENTHS // whole) if whole > 0 else TENTHS


def _unreachable(advice: Advice) -> str:
    return say(
        "{share}% is niet te halen. Het meeste dat kan, is {most}: dit is daarvoor het minste.",
        share=advice.asked.number,
        most=percents(advice.after.figure.low),
    )


def _how(advice: Advice) -> str:
    parts = (_bound(advice, advice.proof), _weighed(advice), _sought(advice.proof))
    return " ".join(parts)


def _weighed(advice: Advice) -> str:
    """Among how many it was looked for: only what could be added and reaches someone is a choice."""
    many = thousands(advice.offers)
    if several(advice.asked):
        return say("Gezocht is onder {offers} keer hulp die erbij kan en nog een kind bereikt.", offers=many)
    if advice.offers == 1:
        return say("Er was 1 school die dit kan gaan geven en nog een kind bereikt.")
    return say("Gezocht is onder {offers} scholen die dit kunnen gaan geven en nog een kind bereiken.", offers=many)


def _sought(told: Proof) -> str:
    if told.seconds < 1:
        return say("Zoeken duurde minder dan een seconde.")
    seconds = round(told.seconds)
    return say("Zoeken duurde 1 seconde.") if seconds == 1 else say("Zoeken duurde {seconds} seconden.", seconds=number(seconds))


def _bound(advice: Advice, told: Proof) -> str:
    if advice.asked.way is not Way.SHARE:
        least = say("Uitgerekend is dat geen enkel ander plan meer dan {most} erbij bereikt.", most=heads(told.bound, advice.asked))
        as_many, reached = say("Dit plan bereikt er zoveel."), say("Dit plan bereikt {value}.", value=heads(told.value, advice.asked))
        return f"{least} {as_many if told.proven else reached}"
    if advice.asked.needs_money:
        return say("Uitgerekend is dat geen enkel plan dat genoeg bereikt, minder kost dan {bound}.", bound=euros(told.bound))
    return say("Uitgerekend is dat het met minder dan {bound} niet kan.", bound=offers_in_words(told.bound, advice.asked))


SIGNS: Mapping[str, str] = {
    Sign.UNKNOWN.value: say("Vraag eerst na: de school zei hier niets over."),
    Sign.PAUSED.value: say("Weer starten is genoeg: de school heeft dit, maar kan het nu niet geven."),
    Sign.NO.value: say("De school heeft dit nu niet."),
}


def reasons(choice: Choice, advice: Advice) -> tuple[str, ...]:
    """Why this school, in short sentences."""
    lines = [SIGNS.get(choice.sign, "")]
    if choice.certain:
        lines.append(say("U koos dat deze school er zeker bij moet."))
    if choice.by_declaration:
        lines.append(say("Een kind kan hier meestal alleen heen met een toelaatbaarheidsverklaring."))
    lines.append(say("{children} kinderen hangen daarna alleen aan deze school.", children=thousands(choice.alone)))
    if several(advice.asked) and choice.closes != choice.alone:
        lines.append(
            say("Sluit deze school daarna helemaal, dan verliezen {children} kinderen iets hiervan.", children=thousands(choice.closes))
        )
    lines.append(instead(choice, advice))
    return tuple(line for line in lines if line)


def instead(choice: Choice, advice: Advice) -> str:
    """What happens when this school cannot: all that the plan gives it falls away, and one offer elsewhere may come in its place."""
    other, given = choice.instead, advice.of_school(choice.brin6)
    if other is None:
        return no_other(given, advice)
    lines = [falls_away(given, advice.asked)] if len(given) > 1 else []
    lines.append(_best_instead(other, len(given), advice))
    paid = sum(each.cents for _, each in given)
    if advice.asked.needs_money and other.cents != paid:
        lines.append(say("Dat kost {cost} in plaats van {before}.", cost=euros(other.cents), before=euros(paid)))
    if not other.reaches and not advice.proof.unreachable:
        missed = say("Met alleen deze ruil wordt {share}% niet gehaald, met een ander plan misschien wel.", share=advice.asked.number)
        lines.append(missed)
    return " ".join(lines)


def no_other(given: Sequence[tuple[int, Choice]], advice: Advice) -> str:
    if not several(advice.asked):
        return say("Kan deze school niet, dan is er geen andere die deze kinderen bereikt.")
    none = say("Geen andere school bereikt er dan nog een kind bij.")
    if advice.asked.way is Way.EUROS:
        none = say("Geen andere school bereikt er voor dat geld nog een kind bij.")
    return f"{falls_away(given, advice.asked)} {none}"


def falls_away(given: Sequence[tuple[int, Choice]], asked: Asked) -> str:
    """All rows of one school: who cannot, cannot do any of them."""
    numbers, lost = ", ".join(str(number) for number, _ in given), heads(sum(choice.alone for _, choice in given), asked)
    if len(given) == 1:
        return say("Kan deze school niet, dan vervalt nummer {numbers}: {lost} minder.", numbers=numbers, lost=lost)
    return say("Kan deze school niet, dan vervallen de nummers {numbers}: {lost} minder.", numbers=numbers, lost=lost)


def _best_instead(other: Other, given: int, advice: Advice) -> str:
    """`given` is how many offers of the plan fall away; one comes in their place."""
    place = (
        say("{school} (met deze hulp: {kind})", school=other.school, kind=advice.label(other.code))
        if several(advice.asked)
        else other.school
    )
    number = heads(abs(other.fewer), advice.asked)
    if given > 1 and other.fewer > 0:
        return say("Met één keer hulp daarvoor in de plaats is {school} de beste: dan is het {number} minder.", school=place, number=number)
    if given > 1 and other.fewer < 0:
        return say("Met één keer hulp daarvoor in de plaats is {school} de beste: dan is het {number} meer.", school=place, number=number)
    if given > 1:
        return say("Met één keer hulp daarvoor in de plaats bereikt {school} er evenveel.", school=place)
    if other.fewer > 0:
        return say("Kan deze school niet, dan is {school} de beste: {number} minder.", school=place, number=number)
    if other.fewer < 0:
        return say("Kan deze school niet, dan is {school} de beste: {number} meer.", school=place, number=number)
    return say("Kan deze school niet, dan bereikt {school} er evenveel.", school=place)


def next_in_words(advice: Advice) -> str:
    """What one more would add."""
    other: Other | None = advice.next
    if other is None and restricted(advice.asked):
        return say("Nog een school voegt niets meer toe: geen school die mocht meedoen, bereikt meer kinderen.")
    if other is None:
        return say("Nog een school voegt niets meer toe: geen school bereikt meer kinderen.")
    adds = thousands(other.adds)
    kind = advice.label(other.code)
    if not several(advice.asked):
        told = say("Nog een school? Dan {school}: {adds} kinderen.", school=other.school, adds=adds)
    else:
        told = say("Nog een keer hulp erbij? Dan {school} met {kind}: {adds} kinderen.", school=other.school, kind=kind, adds=adds)
    over = beyond_the_money(other, advice)
    return f"{told} {over}" if over else told


def beyond_the_money(other: Other, advice: Advice) -> str:
    """That one more does not fit in the amount; "" when it does, or when no amount was asked."""
    if advice.asked.way is not Way.EUROS:
        return ""
    left = advice.asked.number * 100 - advice.proof.cost
    if other.cents <= left:
        return ""
    return say("Dat past niet in het bedrag: het kost {cost}, en er is nog {left}.", cost=euros(other.cents), left=euros(left))
