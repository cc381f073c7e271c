"""Which screens show the log: of a region, of one thing, of one person?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from dekkend.audit.actions import note_export, note_reading_of_person
from dekkend.audit.forms import DaysForm
from dekkend.audit.models import Entry
from dekkend.audit.permissions import administers_somewhere
from dekkend.audit.queries import entries_about, entries_for, entries_of_person, name_of_person, within
from dekkend.audit.rules.sentences import outline
from dekkend.audit.words import Event, Reach, Subject, SubjectKind
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.translation import translated

COLUMNS = (
    Column("moment", gettext_noop("Moment"), lambda row: timezone.localtime(row.at).strftime("%Y-%m-%d %H:%M:%S"), ("at",)),
    Column("gebeurde", gettext_noop("Wat er gebeurde"), translated),
    Column("door", gettext_noop("Door"), lambda row: row.actor_name, ("actor_name",)),
    Column("over", gettext_noop("Over"), lambda row: row.about, ("subject_label",)),
)
PROOF = (
    Column("nummer", gettext_noop("Nummer"), lambda row: f"{row.chain}-{row.number}"),
    Column("vingerafdruk", gettext_noop("Vingerafdruk"), lambda row: row.hash),
)


class LogScreen(Screen):
    """A list of entries, newest first: by day and event, in pages, or all of it as CSV."""

    access = administers_somewhere
    template_name = "audit/log.html"
    title = gettext_noop("Logboek")

    def entries(self) -> QuerySet[Entry]:
        return entries_for(self.reach)

    @property
    def reach(self) -> Reach:
        return self.request.scope  # type: ignore[attr-defined]

    def get(self, request: HttpRequest, **given: Any) -> HttpResponseBase:
        form = DaysForm(request.GET or None)
        entries = self.entries()  # first: it also names the screen
        table = self.table(within(entries, form.days()), {name: request.GET.get(name, "") for name in form.fields})
        if table.wants_csv:
            return self.as_file(table)
        return self.render({"title": translated(self.title), "days": form, "table": table, "may_follow": bool(self.reach.administers())})

    def table(self, rows: QuerySet[Entry], days: dict[str, str]) -> Table:
        """There is nothing to search in: whoever wants to see one person opens the log of that person, and that leaves a trace."""
        return Table(
            caption=translated(self.title),
            rows=rows,
            columns=COLUMNS,
            row_template="audit/entry_row.html",
            asked=self.request.GET.dict(),
            filters=(filter_of_events(),),
            kept=days,
            only_in_file=PROOF,
            file_name="logboek",
        )

    def as_file(self, table: Table) -> HttpResponseBase:
        now = timezone.now()
        before = replace(table, rows=table.rows.filter(at__lt=now))  # without the line about this very file
        note_export(self.request.user, partnership_ids=self.reach.administers(), count=before.in_file.count(), now=now)
        return before.csv()


def filter_of_events() -> Filter:
    conditions = {event.value: Q(event=event.value) for event in Event}
    options = sorted(((event.value, translated(outline(event))) for event in Event), key=lambda pair: pair[1].lower())
    return Filter("wat", _("Gebeurtenis"), tuple(options), conditions)


class OfThing(LogScreen):
    """The history of one thing within the own regions; of anything else there is nothing."""

    def entries(self) -> QuerySet[Entry]:
        entries = entries_about(self.reach, self.kwargs["kind"], self.kwargs["key"])
        newest = entries.first()
        if newest is None:
            raise Http404
        self.title = _("Logboek van {name}").format(name=newest.about)
        return entries


class OfPerson(LogScreen):
    """What someone did and what happened to the account: for that person, and for the administrators of the region."""

    access = Access.SIGNED_IN
    personal_data = True

    @property
    def person_id(self) -> int:
        return int(self.kwargs["person_id"])

    def entries(self) -> QuerySet[Entry]:
        entries = entries_of_person(self.reach, self.person_id)
        if self.reach.user_id == self.person_id:
            self.title = _("Wat er met uw account is gebeurd")
            return entries
        name = name_of_person(entries, self.person_id)
        if not name:
            raise Http404
        self.title = _("Logboek van {name}").format(name=name)
        person = Subject(SubjectKind.PERSON, str(self.person_id), name)
        found = entries.order_by().values_list("partnership_id", flat=True).distinct()
        regions = {region for region in found if region is not None}
        note_reading_of_person(self.request.user, person, partnership_ids=regions, now=timezone.now())
        return entries


class Mine(OfPerson):
    """The same, without having to know the own number. The own log needs no second factor: mails lead here who suspects a thief."""

    personal_data = False

    @property
    def person_id(self) -> int:
        return self.request.user.pk or 0
