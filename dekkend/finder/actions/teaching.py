"""How does the finder learn a word: someone of a region says which kind of support it asks for, and can take that back?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.finder.gateways.word_lists import load_small_words, vocabulary_with
from dekkend.finder.models import LearnedWord
from dekkend.finder.permissions import TEACHERS, may_teach
from dekkend.finder.queries.asked import vocabulary
from dekkend.finder.rules.learning import Known, is_given_name, known_as, may_be_name
from dekkend.finder.rules.tokens import folded
from dekkend.finder.rules.understanding import understand
from dekkend.finder.words.asking import MayBeName, Refused
from dekkend.kernel.sentences import say
from dekkend.organisations.words import Level, Scope
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.signals.actions.counting import forget_stem
from dekkend.signals.queries import unknown_words

LONGEST = 30  # letters


def teach(word: str, code: str, *, by: Any, scope: Scope, now: datetime) -> LearnedWord:
    """From now on this word asks for this kind of support, in the whole installation; "" for none. Raises MayBeName to ask first."""
    stem = new_stem(word, scope)
    if may_be_name(word.strip(), {each.stem for each in unknown_words()}):
        raise MayBeName(say("Is ‘{word}’ een naam?", word=word.strip()))
    return _learned(stem, code, by=by, scope=scope, now=now)


def teach_no_name(word: str, code: str, *, by: Any, scope: Scope, now: datetime) -> LearnedWord:
    """The same, of a word of which this person said that it is no name."""
    return _learned(new_stem(word, scope), code, by=by, scope=scope, now=now)


@transaction.atomic
def _learned(stem: str, code: str, *, by: Any, scope: Scope, now: datetime) -> LearnedWord:
    item = load_catalogue().item(code)
    if code and item is None:
        raise Refused(say("Deze soort hulp staat niet in de catalogus. Kies er een uit de lijst."))
    LearnedWord.objects.filter(stem=stem, ended_at__isnull=True).update(ended_at=now)
    made = LearnedWord.objects.create(stem=stem, code=code, by=by, at=now)
    forget_stem(stem)
    told(Event.FINDER_TAUGHT, stem, item.label if item else say("geen ondersteuning"), by=by, scope=scope, now=now)
    return made


@transaction.atomic
def take_back(word: str, *, by: Any, scope: Scope, now: datetime) -> None:
    """The word means what it meant before someone said otherwise: what stands in our own list, or nothing."""
    stem = stem_of(word, scope)
    if not LearnedWord.objects.filter(stem=stem, ended_at__isnull=True).update(ended_at=now):
        raise Refused(say("Over dit woord is niets onthouden."))
    told(Event.FINDER_UNTAUGHT, stem, "", by=by, scope=scope, now=now)


def forget_understood() -> int:
    """What the finder understands by now, for our own list grew, is no unknown word any more. Returns how many words that were."""
    known = vocabulary()
    found = [word.stem for word in unknown_words() if not understand(word.stem, known).unknown]
    for stem in found:
        forget_stem(stem)
    return len(found)


def stem_of(word: str, scope: Scope) -> str:
    """The stem of one word; raises when this person may not, or when there is no word to learn."""
    if not may_teach.test(scope, None):
        raise PermissionDenied(say("Alleen het samenwerkingsverband leert de zoeker woorden."))
    plain = folded(word.strip())
    if not plain.isalpha() or not 2 < len(plain) <= LONGEST or plain in load_small_words().empty:
        raise Refused(say("Dit is geen woord om te leren. Vul één woord in van 3 tot 30 letters."))
    return plain


def new_stem(word: str, scope: Scope) -> str:
    """The stem of a word that may be learned; raises when our own list has it, for then nothing would change, and for a given name."""
    stem = stem_of(word, scope)
    if is_given_name(word.strip()):
        raise Refused(say("‘{word}’ is een voornaam. Namen leert de zoeker niet.", word=word.strip()))
    if known := known_as(word.strip(), vocabulary_with()):
        raise Refused(known_already(word.strip(), known))
    return stem


def known_already(word: str, known: Known) -> str:
    if not known.codes:
        return say("‘{word}’ kent de zoeker al als een woord dat niet zegt welke hulp nodig is. Er is niets veranderd.", word=word)
    kinds = ", ".join(item.label for code in known.codes if (item := load_catalogue().item(code)))
    if known.sure:
        return say("‘{word}’ kent de zoeker al: {kinds}. Er is niets veranderd.", word=word, kinds=kinds)
    return say("Bij ‘{word}’ vraagt de zoeker al wat iemand bedoelt: {kinds}. Er is niets veranderd.", word=word, kinds=kinds)


def told(event: Event, stem: str, kind: str, *, by: Any, scope: Scope, now: datetime) -> None:
    region = min(scope.only(*TEACHERS).ids(Level.PARTNERSHIP))
    details = {"word": stem} | ({"kind": kind} if kind else {})
    record(
        event,
        actor=by,
        subject=Subject(SubjectKind.LIST, "finder", say("Woorden van de zoeker")),
        area=Area(region),
        now=now,
        details=details,
    )
