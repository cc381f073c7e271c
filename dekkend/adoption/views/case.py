"""On which screen does someone see how far an offer is, what can be done now, and why not yet?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.adoption.actions.reading import note_attachment
from dekkend.adoption.models import Attachment, Step
from dekkend.adoption.queries.campaign import place_of, taking_part
from dekkend.adoption.queries.cases import Case, compared_with
from dekkend.adoption.queries.differences import differences
from dekkend.adoption.queries.overview import stands_of
from dekkend.adoption.rules.days import holds_until, ready_by
from dekkend.adoption.rules.line import MADE_BY, passed, shown
from dekkend.adoption.rules.procedure import BACK, PROCEDURE, expected, forward, in_the_way
from dekkend.adoption.views.one import OneCase
from dekkend.adoption.words.campaign import Place
from dekkend.adoption.words.facts import Acting
from dekkend.adoption.words.procedure import ABOUT, About, Kind, Regime, State
from dekkend.files.words import OTHER
from dekkend.kernel.workflow import Blocker
from dekkend.law.queries import on
from dekkend.register.queries.closures import closed_since
from dekkend.ui.steps import Step as StepPlace
from dekkend.ui.steps import step_line
from dekkend.ui.templatetags.ui import in_words
from dekkend.ui.translation import translated

SCREENS = {Kind.ADVISE: "adoption:advise", Kind.REACT: "adoption:react"}


@dataclass(frozen=True)
class Option:
    """One step as the screen offers it: as what this person would do it, what is in the way, and where."""

    kind: Kind
    about: About
    how: Acting | None
    blockers: tuple[Blocker, ...]
    address: str
    is_next: bool = False

    @property
    def possible(self) -> bool:
        return self.how is not None and not self.blockers


class CaseScreen(OneCase):
    """One line of steps, what can be done now or why not, what changed, and all that happened."""

    template_name = "adoption/case.html"

    def get(self, request: HttpRequest, brin6: str, school_year: str) -> HttpResponse:
        case, closed = self.case, closed_since(self.case.site.pk)
        options = [] if closed else self.onward()
        context = self.about() | {
            "line": line_of(case),
            "possible": [option for option in options if option.possible],
            "others": [option for option in options if option.how is None and not option.blockers],
            "not_yet": [option for option in options if option.blockers],
            "back": [option for option in self.back_options() if option.possible and not closed],
            "timeline": list(reversed(case.steps)),
            "changed": differences(case, compared_with(case.adoption)) if case.version or case.draft else None,
            "until": until_of(case),
            "ready": ready_by(case.school_year),
            "law_day": case.first_day,
            "may_read_advice": case.advice is not None,
            "place": place_at(case, today=self.today),
            "closed": closed,
        }
        return self.render(context)

    def onward(self) -> list[Option]:
        next_one = expected(self.case.facts)
        return [self.option(kind, is_next=kind is next_one) for kind in forward(self.case.state)]

    def back_options(self) -> list[Option]:
        return [self.option(kind, is_next=False) for kind in BACK if self.case.state in PROCEDURE.move(kind).sources]

    def option(self, kind: Kind, *, is_next: bool) -> Option:
        place = {"brin6": self.case.site.brin6, "school_year": self.case.school_year}
        screen = SCREENS.get(kind, "adoption:step")
        address = reverse(screen, kwargs=place if kind in SCREENS else place | {"kind": kind.value})
        return Option(kind, ABOUT[kind], self.acting.get(kind), in_the_way(kind, self.case.facts), address, is_next)


def line_of(case: Case) -> tuple[StepPlace, ...]:
    places = shown(case.facts.regime, case.facts.advice)
    steps = case.this_round
    heard = next((step for step in reversed(case.steps) if step.kind == Kind.PUPILS.value), None)
    titles = [(translated(title), note_of(case, state, steps, heard)) for state, title in places]
    return step_line(titles, done=passed(case.state, [state for state, _title in places], [Kind(step.kind) for step in case.steps]))


def note_of(case: Case, state: State, steps: dict[Kind, Step], heard: Step | None) -> str:
    if state is State.DRAFT or state not in MADE_BY:
        return ""
    step = heard if state is State.PUPILS else steps.get(MADE_BY[state])
    if step is not None:
        return in_words(step.on)
    if state is State.ADVISED and Kind.ASK in steps and case.due:
        return _("verwacht op {day}").format(day=in_words(case.due.day))
    return ""


def place_at(case: Case, *, today: date) -> Place:
    """As it stands in every list, so that no screen counts other days."""
    stand = stands_of([case.site], case.school_year, today=today)[case.site.pk]
    return place_of(case.site, stand, taking_part([case.site]))


def until_of(case: Case) -> Any:
    """Until when the adopted text holds; None while nothing is adopted."""
    if case.version is None or case.version.adopted_on is None:
        return None
    regime = case.facts.regime
    code = "adoption.guide_years" if regime is Regime.GUIDE else "adoption.profile_years"
    return holds_until(regime, case.school_year, case.version.adopted_on, years=on(case.first_day).number(code))


class Download(OneCase):
    """A file that belongs to a step, only as a download and only for who reaches the school."""

    def get(self, request: HttpRequest, brin6: str, school_year: str, attachment_id: int) -> HttpResponseBase:
        within = Attachment.objects.within(request.scope)  # type: ignore[attr-defined]
        found = within.filter(pk=attachment_id, step__adoption__site=self.case.site, step__adoption__school_year=school_year)
        attachment = found.select_related("file", "step__adoption__site").first()
        if attachment is None or attachment.file.destroyed_at:
            raise Http404
        note_attachment(attachment, by=request.user, now=timezone.now())
        stored = attachment.file
        return FileResponse(stored.content.open("rb"), as_attachment=True, filename=stored.name, content_type=OTHER)
