"""How does the council write its advice, and how does the board answer?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from dekkend.adoption.actions.taking import Given, Who, hold, lay_down
from dekkend.adoption.models import Advice, Remark, Step
from dekkend.adoption.queries.advices import written_so_far
from dekkend.adoption.queries.cases import Case, asks_answer, case_at
from dekkend.adoption.rules.advice import incomplete
from dekkend.adoption.rules.writing import Page, chosen, together
from dekkend.adoption.words.procedure import Answer, Kind, Outcome, State
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Site
from dekkend.organisations.words import Refused

NOT_ASKED = say("Er is nu geen advies gevraagd. Ververs de pagina om te zien hoe ver het is.")
WHY_NEEDED = say("U neemt een opmerking niet helemaal over. Schrijf daar op waarom.")


@dataclass(frozen=True, slots=True)
class Written:
    """An advice as it is being written. `remarks` are triples of path, label and text; an empty text takes the remark away.

    `shown` is what the browser showed before: with it, what another member stored since stays. Without it, this replaces everything.
    """

    outcome: str
    text: str
    remarks: Sequence[tuple[str, str, str]]
    shown: Page | None = None

    @property
    def page(self) -> Page:
        return Page(self.outcome, self.text.strip(), {path: text.strip() for path, _label, text in self.remarks if text.strip()})


def page_of(advice: Advice | None) -> Page:
    """The advice as it is stored."""
    if advice is None:
        return Page()
    return Page(advice.outcome, advice.text, {remark.path: remark.text for remark in advice.remarks.all()})


@dataclass(frozen=True, slots=True)
class Replied:
    """What the board does with one remark, and why not (wholly)."""

    answer: Answer
    why: str = ""


@transaction.atomic
def save_advice(site: Site, school_year: str, written: Written, who: Who) -> Advice:
    """Keep what the council wrote so far. Nobody outside the council sees it. Raises Refused when no advice is asked."""
    case, _ = hold(Kind.ADVISE, site, school_year, who)
    return keep_writing(case, written, who)


@transaction.atomic
def give_advice(site: Site, school_year: str, written: Written, given: Given, who: Who) -> Step:
    """Hand in the advice: it is about exactly this version and no longer changes."""
    case, how = hold(Kind.ADVISE, site, school_year, who)
    advice = keep_writing(case, written, who)
    if why := incomplete(advice.outcome, advice.text, advice.remarks.count()):
        raise Refused(why)
    advice.given_on = given.on
    advice.save(update_fields=["given_on"])
    complete = Given(given.on, advice.text, given.files, Outcome(advice.outcome))
    return lay_down(Kind.ADVISE, case, how, complete, who)


def keep_writing(case: Case, written: Written, who: Who) -> Advice:
    if case.state is not State.ASKED or case.version is None:
        raise Refused(NOT_ASKED)
    stored = page_of(written_so_far(case.adoption))
    shown, mine = written.shown or stored, written.page
    known = {
        "outcome": chosen(shown.outcome, mine.outcome, stored.outcome),
        "text": together(shown.text, mine.text, stored.text),
        "saved_at": who.now,
        "saved_by": who.user,
        "version": case.version,
    }
    advice, _ = Advice.anywhere.update_or_create(adoption=case.adoption, round=case.adoption.round, defaults=known)
    for path, label, _text in written.remarks:
        text = together(*(page.remarks.get(path, "") for page in (shown, mine, stored)))
        if text:
            Remark.anywhere.update_or_create(advice=advice, path=path, defaults={"label": label[:300], "text": text})
        else:
            Remark.anywhere.filter(advice=advice, path=path).delete()
    return advice


@transaction.atomic
def react(site: Site, school_year: str, whole: Replied | None, replies: Mapping[int, Replied], given: Given, who: Who) -> Step:
    """The board answers every remark in writing. Raises Refused when one is open, or not followed without a reason."""
    case, how = hold(Kind.REACT, site, school_year, who)
    if case.advice is None:
        raise Refused(NOT_ASKED)
    for reply in (*([whole] if whole else []), *replies.values()):
        if reply.answer in (Answer.PARTLY, Answer.NOT_FOLLOWED) and not reply.why.strip():
            raise Refused(WHY_NEEDED)
    write_replies(case.advice, whole, replies)
    return lay_down(Kind.REACT, case_at(case.site, school_year, today=who.today), how, given, who)


def write_replies(advice: Advice, whole: Replied | None, replies: Mapping[int, Replied]) -> None:
    for remark in advice.remarks.all():
        if remark.pk in replies:
            remark.answer, remark.why = replies[remark.pk].answer.value, replies[remark.pk].why.strip()
            remark.save(update_fields=["answer", "why"])
    if whole and asks_answer(advice):
        advice.answer, advice.why = whole.answer.value, whole.why.strip()
        advice.save(update_fields=["answer", "why"])
