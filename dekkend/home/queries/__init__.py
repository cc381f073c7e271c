"""What waits for this person today? Each room has its own part; a later room adds a function to the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.adoption.queries.overview import Stand, mine
from dekkend.home.queries.arranging import arranging
from dekkend.home.words import Part, Task
from dekkend.needcards.models import NeedCard
from dekkend.needcards.permissions import may_ask
from dekkend.needcards.queries.waiting import concepts, to_answer, to_look_at
from dekkend.needcards.rules.days import thrown_away_on
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import Role, Scope
from dekkend.profiles.queries import current_drafts
from dekkend.profiles.queries.questions import waiting_for
from dekkend.profiles.words.questions import QuestionState
from dekkend.profiles.words.roles import EDITORS, REGION, WRITERS
from dekkend.reading.permissions import may_hand_in
from dekkend.reading.queries import documents_within
from dekkend.reading.words.states import State
from dekkend.register.queries.closures import closed_sites, still_open, with_closures
from dekkend.signals.gateways.terms import terms_in_force
from dekkend.signals.queries.reports import waiting_for as reports_to_answer
from dekkend.signals.rules.terms import answer_by
from dekkend.ui.templatetags.ui import in_words, moment
from dekkend.ui.translation import translated

MOST = 8  # of one part
OF_SCHOOL = (Role.DIRECTOR, Role.COORDINATOR, Role.COUNCIL, Role.TEACHER)  # whose own school it is


def my_day(scope: Scope, *, today: date) -> list[Part]:
    """The parts that concern this person, in the order of what someone does first."""
    parts = (make(scope, today) for make in PARTS)
    return [part for part in parts if part is not None]


def closed(scope: Scope, today: date) -> Part | None:
    """The own schools that closed: what is left to do there is to read."""
    own = with_closures(sites_within(scope.only(*OF_SCHOOL))).filter(pk__in=closed_sites()).order_by("name", "pk")
    tasks = tuple(
        Task(
            title=_("{school} is gesloten per {day}").format(school=site.name, day=in_words(site.closed_on)),  # type: ignore[attr-defined]  # with_closures
            what=_("Er wordt van deze school niets meer gevraagd. Wat openbaar was, blijft te lezen."),
            address=reverse("profiles:school", args=[site.brin6]),
            button=_("Bekijk de schoolpagina"),
        )
        for site in own[:MOST]
    )
    return Part("closed", _("Gesloten"), tasks, 0, reverse("profiles:offers"), "", "") if tasks else None


def drafts(scope: Scope, today: date) -> Part | None:
    """Where one left off. Only for who writes."""
    if not scope.roles() & set(EDITORS):
        return None
    if not still_open(sites_within(scope.only(*EDITORS))).exists():
        return None
    found = current_drafts(scope.only(*EDITORS)).exclude(site_id__in=closed_sites())
    tasks = tuple(
        Task(
            title=f"{draft.site.name}, {draft.school_year}",
            what=_("Het aanbod van dit schooljaar."),
            address=reverse("profiles:edit", args=[draft.site.brin6, draft.school_year]),
            button=_("Schrijf verder"),
            note=_("Begonnen op {moment}.").format(moment=moment(draft.made_at)),
        )
        for draft in found[:MOST]
    )
    empty = (_("Geen open concepten"), _("Neem een document over of begin met vorig jaar. Dan staat het concept hier."))
    begin = (_("Begin met het nieuwe aanbod"), reverse("profiles:offers")) if scope.roles() & set(WRITERS) else None
    return Part("drafts", _("Waar u gebleven was"), tasks, found.count() if tasks else 0, reverse("profiles:drafts"), *empty, begin)


def steps(scope: Scope, today: date) -> Part | None:
    """Steps of adopting that wait for the role of this person, the latest first."""
    if not scope.roles() & {Role.DIRECTOR, Role.COORDINATOR, Role.COUNCIL, Role.BOARD}:
        return None
    waiting = mine(scope, today=today)
    tasks = tuple(task_of(stand) for stand in waiting[:MOST])
    empty = (_("Niets wacht op u"), _("Is de school, de MR of het bestuur aan zet, dan staat het hier bij wie het is."))
    return Part("steps", _("Vaststellen: u bent aan zet"), tasks, len(waiting), reverse("adoption:overview"), *empty)


def task_of(stand: Stand) -> Task:
    return Task(
        title=f"{stand.site.name}, {stand.school_year}",
        what=translated(stand.next.label) + "." if stand.next else "",
        address=reverse("adoption:case", args=[stand.site.brin6, stand.school_year]),
        button=_("Bekijk de stap"),
        note=note_of(stand),
        days=stand.until.days_left if stand.until else None,
    )


def note_of(stand: Stand) -> str:
    """Which day is counted, and the term that runs besides."""
    said = []
    if stand.until and stand.until != stand.due:
        said.append(_("Laatste dag van de ronde: {day}.").format(day=in_words(stand.until.day)))
    if stand.due:
        said.append(_("Verwacht op {day}.").format(day=in_words(stand.due.day)))
    return " ".join(said) or _("Dit is een correctie: het aanbod is al openbaar.")


def documents(scope: Scope, today: date) -> Part | None:
    """Documents that were read and wait for someone to look them over."""
    if not may_hand_in.test(scope, None):
        return None
    found = documents_within(scope).filter(state=State.READ.value)
    tasks = tuple(
        Task(
            title=document.name,
            what=document.school_name,
            address=reverse("reading:review", args=[document.pk]),
            button=_("Kijk na"),
            note=document.school_year,
        )
        for document in found[:MOST]
    )
    empty = (_("Geen documenten om na te kijken"), _("Levert iemand een document in, dan staat het hier zodra het gelezen is."))
    return Part("documents", _("Documenten nakijken"), tasks, found.count() if tasks else 0, reverse("reading:documents"), *empty)


def questions(scope: Scope, today: date) -> Part | None:
    """What the region asked and waits for an answer, and answers that the region did not read yet."""
    if not scope.roles() & {*WRITERS, *REGION}:
        return None
    found = waiting_for(scope)
    tasks = tuple(
        Task(
            title=f"{question.site.name}, {question.school_year}",
            what=translated(question.label),
            address=reverse("profiles:question", args=[question.pk]),
            button=_("Lees het antwoord") if question.state == QuestionState.ANSWERED.value else _("Geef antwoord"),
            note=_("Laatst geschreven op {moment}.").format(moment=moment(question.touched_at)),
        )
        for question in found[:MOST]
    )
    if not tasks:
        return None
    return Part("questions", _("Vragen over het aanbod"), tasks, found.count(), reverse("profiles:questions"), "", "")


def reports(scope: Scope, today: date) -> Part | None:
    """What visitors reported about the page of the own school and waits for an answer; a board sees what waits too long."""
    if not scope.roles() & {*WRITERS, Role.BOARD}:
        return None
    found = reports_to_answer(scope)
    terms = terms_in_force()
    tasks = tuple(
        Task(
            title=f"{report.site.name}: {translated(report.label)}",
            what=_("Een bezoeker meldt dat dit niet klopt."),
            address=reverse("signals:one", args=[report.pk]),
            button=_("Lees de melding"),
            note=_("Gemeld op {day}.").format(day=in_words(report.made_on)),
            days=(answer_by(report.made_on, terms) - today).days,
        )
        for report in found[:MOST]
        if report.site is not None
    )
    if not tasks:
        return None
    return Part("reports", _("Meldingen over de schoolpagina"), tasks, found.count(), reverse("signals:inbox"), "", "")


def asked_of_us(scope: Scope, today: date) -> Part | None:
    """Questions of other schools that wait for an answer. Nothing of the question itself: this page asks for no second factor."""
    if not may_ask.test(scope, None):
        return None
    found = to_answer(scope)
    tasks = tuple(
        Task(
            title=_("Vraag van {school}").format(school=inquiry.card.site.name),
            what=_("Een andere school vraagt {school} iets.").format(school=inquiry.site.name),
            address=reverse("needcards:reply", args=[inquiry.pk]),
            button=_("Lees en antwoord"),
            note=_("Antwoord graag uiterlijk op {day}.").format(day=in_words(inquiry.card.answer_by)),
            days=(inquiry.card.answer_by - today).days,
        )
        for inquiry in found[:MOST]
    )
    if not tasks:
        return None
    return Part("asked-of-us", _("Rondvragen: andere scholen vragen u iets"), tasks, found.count(), reverse("needcards:received"), "", "")


def asked_by_us(scope: Scope, today: date) -> Part | None:
    """Own questions to other schools with something to read or to close."""
    if not may_ask.test(scope, None):
        return None
    found = to_look_at(scope, today)
    tasks = tuple(
        Task(
            title=_("Vraag van {moment}, {school}").format(moment=moment(card.made_at), school=card.site.name),
            what=what_now(card, today),
            address=reverse("needcards:card", args=[card.pk]),
            button=_("Bekijk de antwoorden"),
            note=how_many(card),
        )
        for card in found[:MOST]
    )
    if not tasks:
        return None
    return Part("asked-by-us", _("Rondvragen: uw eigen vragen"), tasks, found.count(), reverse("needcards:sent"), "", "")


def concepts_of_us(scope: Scope, today: date) -> Part | None:
    """Own questions that were written and not sent, with the day on which they are thrown away."""
    if not may_ask.test(scope, None):
        return None
    found = concepts(scope)
    tasks = tuple(
        Task(
            title=_("Concept {number}: vraag van {moment}, {school}").format(number=at, moment=moment(card.made_at), school=card.site.name),
            what=_("Er is nog niets weggegaan. U vraagt antwoord uiterlijk op {day}.").format(day=in_words(card.answer_by)),
            address=reverse("needcards:schools", args=[card.pk]),
            button=_("Schrijf verder"),
            note=_("Wordt op {day} weggegooid als de vraag dan niet is gesteld.").format(
                day=in_words(thrown_away_on(timezone.localdate(card.made_at)))
            ),
            days=(thrown_away_on(timezone.localdate(card.made_at)) - today).days,
        )
        for at, card in enumerate(found[:MOST], 1)
    )
    if not tasks:
        return None
    return Part("concepts", _("Rondvragen: nog niet gesteld"), tasks, found.count(), reverse("needcards:sent") + "?stand=draft", "", "")


def how_many(card: NeedCard) -> str:
    """The counts come with the query."""
    answered, schools = card.answered, card.schools  # type: ignore[attr-defined]
    return _("Antwoorden: {answered} van {schools} scholen.").format(answered=answered, schools=schools)


def what_now(card: NeedCard, today: date) -> str:
    """`closed`, `asked_back` and `unanswered` come with the query."""
    if card.closed:  # type: ignore[attr-defined]
        return _("Uw school is gesloten. Trek de vraag in of sluit haar af.")
    if card.asked_back:  # type: ignore[attr-defined]
        return _("Een school vraagt iets terug.")
    if not card.unanswered:  # type: ignore[attr-defined]
        return _("Alle scholen antwoordden. Bekijk de antwoorden en sluit de vraag af.")
    return _("De tijd om te antwoorden is voorbij. Bekijk de antwoorden en sluit de vraag af.")


PARTS: tuple[Callable[[Scope, date], Part | None], ...] = (
    arranging,
    closed,
    asked_of_us,
    asked_by_us,
    concepts_of_us,
    drafts,
    questions,
    reports,
    steps,
    documents,
)
