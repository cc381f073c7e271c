"""Which screens show the log: of a region, of one thing, of one person?"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone

from dekkend.audit.actions import note_export, note_reading_of_person
from dekkend.audit.forms import ChoiceForm
from dekkend.audit.models import Entry
from dekkend.audit.permissions import administers_somewhere
from dekkend.audit.queries import chosen, entries_about, entries_for, entries_of_person, name_of_person
from dekkend.audit.rules.csv_cells import safe_cell
from dekkend.audit.words import Reach, Subject, SubjectKind
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen

PER_PAGE = 50
MOST_IN_FILE = 100_000  # entries in one CSV file
COLUMNS = ("moment", "wat er gebeurde", "door", "over", "nummer", "vingerafdruk")


class LogScreen(Screen):
    """A list of entries, newest first: by day and event, in pages, or all of it as CSV."""

    access = administers_somewhere
    template_name = "audit/log.html"
    title = "Logboek"

    def entries(self) -> QuerySet[Entry]:
        return entries_for(self.reach)

    @property
    def reach(self) -> Reach:
        return self.request.scope  # type: ignore[attr-defined]

    def get(self, request: HttpRequest, **given: Any) -> HttpResponseBase:
        form = ChoiceForm(request.GET or None)
        entries = chosen(self.entries(), form.choice())
        if request.GET.get("als") == "csv":
            return self.as_file(entries)
        return self.show(form, entries)

    def show(self, form: ChoiceForm, entries: QuerySet[Entry]) -> HttpResponse:
        page = Paginator(entries, PER_PAGE).get_page(self.request.GET.get("bladzijde"))
        asked = self.request.GET.copy()
        asked.pop("bladzijde", None)
        context = {
            "title": self.title,
            "form": form,
            "page": page,
            "asked": asked.urlencode(),
            "may_follow": bool(self.reach.administers()),
        }
        return self.render(context | {"narrowed": any(asked.values())})

    def as_file(self, entries: QuerySet[Entry]) -> HttpResponseBase:
        now = timezone.now()
        before = entries.filter(at__lt=now)[:MOST_IN_FILE]  # without the line about this very file
        note_export(self.request.user, partnership_ids=self.reach.administers(), count=before.count(), now=now)
        response = StreamingHttpResponse(csv_lines(before.iterator(chunk_size=2000)), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="logboek.csv"'
        return response


class OfThing(LogScreen):
    """The history of one thing within the own regions; of anything else there is nothing."""

    def entries(self) -> QuerySet[Entry]:
        entries = entries_about(self.reach, self.kwargs["kind"], self.kwargs["key"])
        newest = entries.first()
        if newest is None:
            raise Http404
        self.title = f"Logboek van {newest.subject_label}"
        return entries


class OfPerson(LogScreen):
    """What someone did and what happened to the account: for that person, and for the administrators of the region."""

    access = Access.SIGNED_IN

    @property
    def person_id(self) -> int:
        return int(self.kwargs["person_id"])

    def entries(self) -> QuerySet[Entry]:
        entries = entries_of_person(self.reach, self.person_id)
        if self.reach.user_id == self.person_id:
            self.title = "Wat er met uw account is gebeurd"
            return entries
        name = name_of_person(entries, self.person_id)
        if not name:
            raise Http404
        self.title = f"Logboek van {name}"
        person = Subject(SubjectKind.PERSON, str(self.person_id), name)
        note_reading_of_person(self.request.user, person, now=timezone.now())
        return entries


class Mine(OfPerson):
    """The same, without having to know the own number."""

    @property
    def person_id(self) -> int:
        return self.request.user.pk or 0


class Line:
    """A file that gives back what is written to it: csv needs one, the browser wants it line by line."""

    def write(self, line: str) -> str:
        return line


def csv_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """With a semicolon and a byte order mark: so the spreadsheets of Dutch offices open it at once."""
    writer = csv.writer(Line(), delimiter=";")
    yield "\ufeff" + writer.writerow(COLUMNS)
    for entry in entries:
        moment = timezone.localtime(entry.at).strftime("%Y-%m-%d %H:%M:%S")
        texts = (str(entry), entry.actor_name, entry.subject_label)
        yield writer.writerow([moment, *map(safe_cell, texts), f"{entry.chain}-{entry.number}", entry.hash])
