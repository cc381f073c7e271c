"""Which kinds of signals exist, how does one stand, and what is said of many together?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dekkend.kernel.labels import Label
from dekkend.kernel.sentences import say
from dekkend.organisations.words import Role

LONGEST_TEXT = 1000  # characters, of a report, a note and an answer
LONGEST_STEM = 40
PERSONAL_FROM = 5  # fewer than so many are never shown where a number is about children or what people typed
NO_KIND = say("Iets anders")
BRACKETS = (50, 25, 10, PERSONAL_FROM)  # "so many or more"


def or_more(count: int) -> int:
    """The bracket that this number reaches, 0 below five: "so many or more".

    Why not the number in fives: next to five areas that each show nothing (four at most), a total of twenty would prove that each has
    exactly four. No bracket is a multiple of four, so what parts hide, their total does not tell.
    """
    return next((least for least in BRACKETS if count >= least), 0)


class SignalKind(Label):
    """From whom it comes, and so who may read it."""

    CORRECTION = "correction", "Dit klopt niet"
    SUPPORT_POINT = "support_point", "Gehoord door het steunpunt"
    NO_ANSWER = "no_answer", "Nee op een hulpvraag"


class SignalState(Label):
    """How a signal stands. A report ("dit klopt niet") goes along all of these; the other kinds are received, or withdrawn."""

    RECEIVED = "received", "Ontvangen"
    READ = "read", "Gelezen"
    ANSWERED = "answered", "Beantwoord"
    CHANGED = "changed", "Wordt aangepast"
    UNCHANGED = "unchanged", "Niet aangepast"
    SPAM = "spam", "Geen echte melding"
    WITHDRAWN = "withdrawn", "Ingetrokken"
    LAPSED = "lapsed", "Verlopen zonder antwoord"


OPEN = (SignalState.RECEIVED, SignalState.READ)
ANSWERS = (SignalState.CHANGED, SignalState.UNCHANGED, SignalState.ANSWERED)
NOT_COUNTED = (SignalState.SPAM, SignalState.WITHDRAWN)
OWNERS = (Role.COORDINATOR, Role.DIRECTOR)  # who answers for a school
REGION = (Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)  # who writes down what a region hears


class NoReason(Label):
    """Why a school said no to a need card. Only the code is kept, never the words of the school."""

    FULL = "full", "De groep of de school is vol"
    NO_EXPERTISE = "no_expertise", "Deze kennis is er niet"
    BUILDING = "building", "Het gebouw is niet geschikt"
    STAFF_ABSENT = "staff_absent", "De collega die dit kan, is er nu niet"
    GROUP = "group", "Het past nu niet bij de groep"
    OTHER = "other", "Iets anders"


class Reader(Label):
    """Who reads a report about a school first, by who can log in there."""

    SCHOOL = "school", "de school"
    BOARD = "board", "het bestuur van de school"
    NOBODY = "nobody", "niemand"


class AnswerStatus(Label):
    """What a board does about what it hears."""

    LOOKING = "looking", "Wij zoeken dit uit"
    PLANNED = "planned", "Wij gaan dit doen"
    DONE = "done", "Dit is gedaan"
    NOT_DOING = "not_doing", "Wij doen dit niet"


@dataclass(frozen=True, slots=True)
class SignalCounts:
    """What was said about one kind of support (a catalogue code), in a region or in one area of it.

    `corrections` and `notes` are numbers of signals; whoever does not work for the region sees `notes_told`. `no_answers` is about
    children (questions to which some school said no): so many **or more**, one of BRACKETS or 0, and `reason` the one that was given
    most when five or more gave it, else "". `areas` are the PC4 of what is counted here; that of a "no" only when there were five or
    more. No number under five can be worked out from these (`rules/clustering.py`).
    """

    code: str
    corrections: int = 0
    open_corrections: int = 0
    notes: int = 0
    no_answers: int = 0
    reason: str = ""
    areas: tuple[str, ...] = ()

    @property
    def notes_told(self) -> int:
        """So many notes **or more**, 0 below five: a note is about what one family asks."""
        return or_more(self.notes)

    @property
    def any(self) -> bool:
        return bool(self.corrections or self.notes or self.no_answers)


@dataclass(frozen=True, slots=True)
class ClusterReply:
    """What a board answered to the signals about `code`. `area` is a PC4, "" for the whole region; `status` is an AnswerStatus."""

    code: str
    area: str
    board: str
    text: str
    status: AnswerStatus
    on: date


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A stem that the finder did not understand, and how often it was typed; only from five on."""

    stem: str
    count: int


@dataclass(frozen=True, slots=True)
class About:
    """What a report is about: one answer of a public version, or the whole page (`path` empty).

    `label` is what it is called, `sentence` what the page says there, `source` the words of the school itself, `code` that of the
    catalogue, "" when it is no kind of support. `number` is that of the version.
    """

    school_year: str
    number: int
    path: str
    label: str
    sentence: str
    source: str
    code: str


@dataclass(frozen=True, slots=True)
class Terms:
    """After how many days without an answer the school is reminded (`remind`) and its board reads along (`board`).

    `kept`: days after closing in which text, answer and e-mail address are kept; `longest`: days after which they go without an answer.
    """

    remind: int = 7
    board: int = 14
    kept: int = 30
    longest: int = 365


class Sent(Label):
    """What became of sending a report, beside that it was taken in."""

    TAKEN = "taken", "Ontvangen"
    TOO_MANY_FROM_HERE = "too_many_from_here", "Te veel van één adres"
    TOO_MANY_FOR_SCHOOL = "too_many_for_school", "Te veel voor één school"
