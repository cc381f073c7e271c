"""Which questions and place holders of the form were left standing in the answers?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings.case import Case, Sentence
from dekkend.profiles.rules.shingles import WIDTH, covered_words, plain_words
from dekkend.profiles.words.findings import Finding, Severity, Source
from dekkend.profiles.words.template import BlockKind

_PLACE_HOLDER = re.compile(
    r"klik\s(?:of\stik|hier)\s(?:om|voor)\s(?:\w+\s){0,3}(?:tekst|datum)|\[(?:naam|datum|vul|invullen|school|\.\.\.|…)[^\]]*\]|<(?:naam|datum|school)[^>]*>"
    r"|\b[xX]{3,}\b|\.{5,}|…{2,}|_{4,}|\blorem\sipsum\b|\bnog\sin\ste\svullen\b|\bnog\saanvullen\b|\bvul\shier\b|\btekst\svolgt\b",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"^\*?(?:Beschrijf\s(?:kort|hier|de)|Geef\s(?:hier|aan)|Vermeld\s(?:hier|de)|Omschrijf\s|Licht\s(?:hier\s)?toe)\b[^?]{0,200}$"
)


def find_leftovers(case: Case) -> Iterator[Finding]:
    for sentence in case.sentences:
        place_holder = _PLACE_HOLDER.search(sentence.text)
        if place_holder:
            message = say("Hier staat nog een invulplek van het formulier. Vul haar in, of haal haar weg voor u publiceert.")
            start = sentence.start + place_holder.start()
            yield _finding("placeholder_left_in", message, sentence, place_holder.group(), start)
        elif sentence.place.block.kind is not BlockKind.FACTS and _is_question(case, sentence.text):
            message = say("Hier staat nog een vraag van het formulier. Haal die weg voor u publiceert.")
            yield _finding("template_question_left_in", message, sentence, sentence.text, sentence.start)


def _is_question(case: Case, text: str) -> bool:
    words = plain_words(text)
    if len(words) >= WIDTH and all(covered_words(words, case.template.question_shingles)):
        return True
    return bool(_INSTRUCTION.match(text))


def _finding(code: str, message: str, sentence: Sentence, quote: str, start: int) -> Finding:
    return Finding(code, sentence.place.path, Severity.WARNING, message, Source.FORM_TEXT.value, quote, start, start + len(quote))
