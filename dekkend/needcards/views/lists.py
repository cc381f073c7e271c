"""On which screens does a school see what it was asked, and what it asks?"""

from __future__ import annotations

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.audit.actions import note_list_taken
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.queries.cards import own_sites, received_by, sent_by
from dekkend.needcards.views.one import CardRoom, in_one_line
from dekkend.needcards.words.cards import State
from dekkend.needcards.words.replies import Reply
from dekkend.register.queries.closures import closures_of
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.templatetags.ui import short_moment
from dekkend.ui.translation import translated


class CardList(CardRoom):
    """A list of cards. It shows kinds of support and days; what else stands on a card is behind it, where reading leaves a trace."""

    template_name = "needcards/list.html"
    name = ""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = self.table()
        if table.wants_csv:
            regions = request.scope.partnership_ids()  # type: ignore[attr-defined]
            note_list_taken(request.user, self.title(), partnership_ids=regions, count=table.in_file.count(), now=timezone.now())
            return table.csv()
        for row in table.page:
            row.kinds = self.kinds_of(row)
        own = list(own_sites(request.scope))  # type: ignore[attr-defined]
        closed = closures_of(site.pk for site in own)
        gone = [(site.name, closed[site.pk]) for site in own if site.pk in closed]
        context = {"table": table, "which": self.name, "title": self.title(), "several": len(own) > 1}
        return self.render(context | {"gone": gone, "may_ask": len(own) > len(gone)})

    def table(self) -> Table:
        raise NotImplementedError

    def title(self) -> str:
        raise NotImplementedError

    def kinds_of(self, row: object) -> str:
        raise NotImplementedError


class Received(CardList):
    """What other schools ask of ours."""

    name = "received"

    def title(self) -> str:
        return _("Aan ons gevraagd")

    def kinds_of(self, row: Inquiry) -> str:  # type: ignore[override]
        """Only while the question stands: afterwards it is nobody's business any more."""
        return in_one_line(row.card.codes) if row.card.state == State.OPEN.value else ""

    def table(self) -> Table:
        rows: QuerySet[Inquiry] = received_by(self.request.scope)  # type: ignore[attr-defined]
        return Table(
            caption=self.title(),
            rows=rows,
            columns=(
                Column("vraag", _("Vraag"), lambda row: short_moment(row.sent_at), ("sent_at",)),
                Column("van", _("Van school"), lambda row: row.card.site.name, ("card__site__name",)),
                Column("wat", _("Waarover"), lambda row: self.kinds_of(row)),
                Column("voor", _("Antwoord graag op"), lambda row: row.card.answer_by.isoformat(), ("card__answer_by",)),
                Column("antwoord", _("Ons antwoord"), lambda row: translated(Reply(row.reply).label), ("reply",)),
                Column("stand", _("Stand"), lambda row: translated(State(row.card.state).label), ("card__state",)),
            ),
            row_template="needcards/received_row.html",
            asked=self.request.GET.dict(),
            searched=("card__site__name",),
            filters=(by_state("card__"), still_to_answer()),
            file_name="rondvragen-aan-ons",
        )


class Sent(CardList):
    """What our school asks others."""

    name = "sent"

    def title(self) -> str:
        return _("Door ons gevraagd")

    def kinds_of(self, row: NeedCard) -> str:  # type: ignore[override]
        return in_one_line(row.codes)

    def table(self) -> Table:
        rows: QuerySet[NeedCard] = sent_by(self.request.scope)  # type: ignore[attr-defined]
        return Table(
            caption=self.title(),
            rows=rows,
            columns=(
                Column("vraag", _("Vraag"), lambda row: short_moment(row.made_at), ("made_at",)),
                Column("wat", _("Waarover"), lambda row: self.kinds_of(row)),
                Column("voor", _("Antwoord graag op"), lambda row: row.answer_by.isoformat(), ("answer_by",)),
                Column("antwoorden", _("Antwoorden"), answers_in_words, ("answered",)),
                Column("stand", _("Stand"), lambda row: translated(State(row.state).label), ("state",)),
            ),
            row_template="needcards/sent_row.html",
            asked=self.request.GET.dict(),
            filters=(by_state(""),),
            file_name="rondvragen-van-ons",
        )


def answers_in_words(card: NeedCard) -> str:
    """How many of the schools answered; of a card that was wiped what is left of it."""
    if card.state == State.WIPED.value:
        asked = card.tally.get("asked", 0)
        return _("%(answered)s van %(schools)s") % {"answered": asked - card.tally.get("answers", {}).get("", 0), "schools": asked}
    return _("%(answered)s van %(schools)s") % {"answered": card.answered, "schools": card.schools}  # type: ignore[attr-defined]


def by_state(path: str) -> Filter:
    conditions = {state.value: Q(**{f"{path}state": state.value}) for state in State}
    left_out = (State.DRAFT, State.WIPED) if path else ()
    options = tuple((state.value, state.label) for state in State if state not in left_out)
    return Filter("stand", _("Stand"), options, conditions, everything=_("Alles"))


def still_to_answer() -> Filter:
    waits = Q(reply=Reply.NONE.value) | Q(reply=Reply.QUESTION.value, answered_at__gte=F("replied_at"))
    options = (("open", _("Nog niet beantwoord")), ("klaar", _("Beantwoord")))
    open_ = waits & Q(card__state=State.OPEN.value)
    return Filter("antwoord", _("Ons antwoord"), options, {"open": open_, "klaar": ~Q(reply=Reply.NONE.value)}, everything=_("Alles"))
