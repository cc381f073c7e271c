"""Which sentences promise or threaten something about admission that the duty of care does not allow?

A school may refuse a child that needs extra support only after it made sure that another school is willing (WPO 40 lid 4), or when there is
no room at all under its admission policy (lid 5). A quota of care pupils, the make-up of a group, or "disturbing" is no ground by itself.
Sentences that say the contrary ("wij noemen geen aantallen", "wij weigeren geen kinderen") are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings import admission_signs as signs
from dekkend.profiles.rules.findings.case import Case, Sentence
from dekkend.profiles.words.findings import Finding, Severity, Source
from dekkend.profiles.words.template import BlockKind


@dataclass(frozen=True, slots=True)
class _Risk:
    """A sentence that has all of `signs` and not `unless`."""

    code: str
    severity: Severity
    signs: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str]
    message: str


_RISKS = (
    _Risk(
        "admission_quota",
        Severity.SERIOUS,
        (signs.QUOTA,),
        signs.NO_NUMBERS,
        say(
            "Deze zin noemt een maximum aan leerlingen die extra ondersteuning nodig hebben. De wet kent zo'n maximum niet: "
            "per kind onderzoekt de school wat nodig is, en weigeren mag pas als een andere school bereid is. Haal het "
            "maximum weg, of beschrijf wat de school doet."
        ),
    ),
    _Risk(
        "admission_group_composition",
        Severity.SERIOUS,
        (signs.GROUP_IS_HEAVY, signs.NO_PLACE),
        signs.NEVER,
        say(
            "Deze zin koppelt een plek aan hoeveel leerlingen in de groep al ondersteuning krijgen. Dat is op zichzelf geen "
            "grond om een kind te weigeren: de school zoekt eerst een andere school die bereid is. Beschrijf liever wat de "
            "school in zo'n geval doet."
        ),
    ),
    _Risk(
        "admission_refusal",
        Severity.WARNING,
        (signs.REFUSES,),
        signs.NO_REFUSAL,
        say(
            "Deze zin klinkt als weigeren vooraf. Een school mag een kind dat extra ondersteuning nodig heeft pas weigeren "
            "als een andere school bereid is het toe te laten, en na overleg met de ouders. Schrijf erbij wat de school dan "
            "doet."
        ),
    ),
    _Risk(
        "admission_disturbing",
        Severity.WARNING,
        (signs.DISTURBS, signs.OTHERS, signs.SOMEONE),
        signs.NO_DISTURBANCE,
        say(
            "Deze zin noemt storen als grens. Op zichzelf is dat geen grond om een kind te weigeren: de school onderzoekt "
            "eerst wat het kind nodig heeft en welke aanpassing helpt. Schrijf op wat de school dan doet en wanneer zij een "
            "andere school zoekt."
        ),
    ),
    _Risk(
        "admission_condition",
        Severity.WARNING,
        (signs.CONDITION,),
        signs.NO_CONDITION,
        say(
            "Deze zin stelt een voorwaarde vooraf. Bij een kind dat extra ondersteuning nodig heeft onderzoekt de school "
            "eerst wat nodig is; een voorwaarde vooraf komt neer op weigeren. Schrijf op wat de school wel kan regelen."
        ),
    ),
)


def find_admission(case: Case) -> Iterator[Finding]:
    """At most one finding a sentence: the most serious."""
    for sentence in case.sentences:
        if sentence.place.block.kind is BlockKind.FACTS:
            continue
        risk = next((risk for risk in _RISKS if _applies(risk, sentence.text)), None)
        if risk:
            yield _finding(risk, sentence)


def _applies(risk: _Risk, text: str) -> bool:
    return all(sign.search(text) for sign in risk.signs) and not risk.unless.search(text)


def _finding(risk: _Risk, sentence: Sentence) -> Finding:
    place = sentence.place.path
    return Finding(risk.code, place, risk.severity, risk.message, Source.CARE_DUTY.value, sentence.text, sentence.start, sentence.end)
