"""How is a question for a plan said in words, and its answer: what it adds, how sure that is, and why each school?"""

from __future__ import annotations

from collections.abc import Mapping
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
        if len(asked.codes) > 1:
            return say("Waar helpt {count} keer extra aanbod het meest voor: {kinds}?", count=asked.number, kinds=kinds)
        one = asked.number == 1
        return (
            say("Waar helpt één school erbij het meest voor: {kinds}?", kinds=kinds)
            if one
            else say("Waar helpen {count} scholen erbij het meest voor: {kinds}?", count=asked.number, kinds=kinds)
        )
    if asked.least is Least.EUROS:
        return say("Wat kost het minste om {share}% te dekken met: {kinds}?", share=asked.number, kinds=kinds)
    if len(asked.codes) > 1:
        return say("Hoe weinig extra aanbod is er nodig om {share}% te dekken met: {kinds}?", share=asked.number, kinds=kinds)
    return say("Hoe weinig scholen zijn er nodig om {share}% te dekken met: {kinds}?", share=asked.number, kinds=kinds)


def unit(advice: Advice) -> str:
    """What is counted: with more kinds a child counts for each apart."""
    if len(advice.asked.codes) == 1:
        return ""
    return say("Een kind telt voor elke soort hulp apart.")


def headline(advice: Advice) -> str:
    """What comes of it, in one sentence."""
    before, after = percents(advice.before.figure.low), percents(advice.after.figure.low)
    if not advice.choices:
        return say("Er is geen school die hier iets toevoegt.")
    schools = offers_in_words(len(advice.choices), advice.asked)
    if advice.asked.needs_money:
        return say(
            "Met {schools}, voor {money} per schooljaar, gaat de dekking van {before} naar {after}.",
            schools=schools,
            money=euros(advice.proof.cost),
            before=before,
            after=after,
        )
    return say("Met {schools} gaat de dekking van {before} naar {after}.", schools=schools, before=before, after=after)


def short_answer(asked: Asked, proof: Mapping[str, Any]) -> str:
    """What came of it for a list of plans; `proof` as it is stored."""
    if proof["unreachable"]:
        return say("{share}% is niet te halen.", share=asked.number)
    if asked.way is not Way.SHARE:
        added = say("{children} kinderen erbij.", children=thousands(proof["value"]))
    elif asked.needs_money:
        added = say("Voor {money} per schooljaar.", money=euros(proof["cost"]))
    else:
        added = say("Met {schools}.", schools=offers_in_words(proof["cost"], asked))
    return f"{added} {say('Dit is bewezen het beste.') if proof['proven'] else say('Dit is het beste dat is gevonden.')}"


def offers_in_words(count: int, asked: Asked) -> str:
    """With more kinds one school may get several of them: then it is offers that are counted."""
    if len(asked.codes) > 1:
        return say("{count} keer extra aanbod", count=count)
    return say("1 school erbij") if count == 1 else say("{count} scholen erbij", count=count)


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
    told, many = advice.proof, thousands(advice.offers)
    if told.seconds < 1:
        weighed = say("Er waren {offers} keuzes mogelijk; zoeken duurde minder dan een seconde.", offers=many)
    else:
        weighed = say(
            "Er waren {offers} keuzes mogelijk; zoeken duurde {seconds} seconden.", offers=many, seconds=number(round(told.seconds))
        )
    return f"{_bound(advice, told)} {weighed}"


def _bound(advice: Advice, told: Proof) -> str:
    if advice.asked.way is not Way.SHARE:
        least = say("Uitgerekend is dat geen enkele andere keuze meer dan {most} kinderen erbij bereikt.", most=thousands(told.bound))
        reached = thousands(told.value)
        return f"{least} {say('Deze keuze bereikt er zoveel.') if told.proven else say('Deze keuze bereikt er {value}.', value=reached)}"
    if advice.asked.needs_money:
        return say("Uitgerekend is dat geen enkele keuze die genoeg bereikt, minder kost dan {bound}.", bound=euros(told.bound))
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
    lines.append(say("{children} kinderen hangen daarna alleen aan deze school.", children=thousands(choice.alone)))
    if len(advice.asked.codes) > 1 and choice.closes != choice.alone:
        lines.append(
            say("Sluit deze school daarna helemaal, dan verliezen {children} kinderen iets hiervan.", children=thousands(choice.closes))
        )
    lines.append(instead(choice, advice))
    return tuple(line for line in lines if line)


def instead(choice: Choice, advice: Advice) -> str:
    other = choice.instead
    if other is None:
        return say("Kan deze school niet, dan is er geen andere die deze kinderen bereikt.")
    if other.fewer:
        text = say(
            "Kan deze school niet, dan is {school} de beste: {fewer} kinderen minder.", school=other.school, fewer=thousands(other.fewer)
        )
    else:
        text = say("Kan deze school niet, dan bereikt {school} er evenveel.", school=other.school)
    return text if other.reaches else f"{text} {say('{share}% wordt dan niet gehaald.', share=advice.asked.number)}"


def next_in_words(advice: Advice) -> str:
    """What one more would add."""
    other: Other | None = advice.next
    if other is None:
        return say("Nog een school erbij voegt niets meer toe: geen school bereikt meer kinderen.")
    adds = thousands(other.adds)
    kind = advice.label(other.code)
    if len(advice.asked.codes) == 1:
        return say("Nog een school erbij? Dan {school}: {adds} kinderen.", school=other.school, adds=adds)
    return say("Nog een school erbij? Dan {school} met {kind}: {adds} kinderen.", school=other.school, kind=kind, adds=adds)
