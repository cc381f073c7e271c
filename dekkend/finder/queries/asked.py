"""What do we make of a question, with the words that this installation knows?"""

from __future__ import annotations

from dataclasses import replace

from dekkend.finder.gateways.word_lists import vocabulary_with
from dekkend.finder.queries.learned import learned
from dekkend.finder.rules.naming import Meant, meant_in
from dekkend.finder.rules.understanding import understand
from dekkend.finder.words.asking import Asked
from dekkend.finder.words.results import Index, Need
from dekkend.finder.words.understanding import Understood, Vocabulary


def vocabulary() -> Vocabulary:
    """Made anew only when someone linked a word. One query."""
    return vocabulary_with(learned())


def understood_of(asked: Asked) -> Understood:
    return understand(asked.text, vocabulary()) if asked.text else Understood()


def needs_of(asked: Asked, understood: Understood) -> tuple[Need, ...]:
    """What is searched on: what was chosen, and what we surely understood as long as the person did not pick."""
    said = {match.codes: match for match in understood.matches}
    groups = [*asked.chosen, *(() if asked.decided else (match.codes for match in understood.wanted))]
    words = {group: (said[group].typed, said[group].also) if group in said else ("", ()) for group in groups}
    return tuple(Need(group, *words[group]) for group in words)


def passed_over(asked: Asked, understood: Understood) -> tuple[str, ...]:
    """The person's own words with which nothing was chosen when we asked what was meant: they are not searched on, and that is said."""
    if not asked.decided:
        return ()
    chosen = {code for group in asked.chosen for code in group}
    meant = {match.typed for match in understood.matches if chosen & set(match.codes)}
    return tuple(dict.fromkeys(match.typed for match in (*understood.wanted, *understood.unsure) if match.typed not in meant))


def named_in(asked: Asked, understood: Understood, index: Index) -> tuple[Understood, Meant]:
    """Places and schools that the text names, to choose from; their words are no longer told not to be understood."""
    meant = meant_in(asked.text, understood.unknown, index) if understood.unknown else Meant()
    unknown = tuple(word for word in understood.unknown if word not in meant.words)
    elsewhere = tuple(label for label in meant.places if label != asked.place)
    return replace(understood, unknown=unknown), replace(meant, places=elsewhere)
