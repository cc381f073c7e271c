"""How does a list that was worked out here, and not asked of the database, behave like any other long list?

Sort, search, filter and take away work as in `tables.py`; the rows are objects in memory, so this is for some thousands at most.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse

from dekkend.ui.tables import MOST_IN_FILE, MOST_WORDS, Line, Table, cell


@dataclass(frozen=True, slots=True)
class RowFilter:
    """One choice out of a few. `conditions` says per value whether a row stays; the rest is as in `tables.Filter`."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    conditions: Mapping[str, Callable[[Any], bool]]
    everything: str


@dataclass(frozen=True)
class RowTable(Table):
    """`rows` are objects; `Column.order` and `searched` name their attributes ("site.name"). What is not known comes last."""

    rows: Sequence[Any]  # type: ignore[assignment]
    filters: tuple[RowFilter, ...] = ()  # type: ignore[assignment]

    @cached_property
    def found(self) -> list[Any]:  # type: ignore[override]
        texts = [attrgetter(name) for name in self.searched]
        words = [word.casefold() for word in self.search.split()[:MOST_WORDS]]
        kept = [each.conditions[value] for each in self.filters if (value := self.chosen(each))]  # type: ignore[arg-type]
        rows = [
            row
            for row in self.rows
            if all(any(word in str(text(row)).casefold() for text in texts) for word in words) and all(stays(row) for stays in kept)
        ]
        column, way = self.sorted_on
        if column is None:
            return rows
        keys = [attrgetter(name) for name in column.order]
        known = [row for row in rows if all(key(row) is not None for key in keys)]
        ordered = sorted(known, key=lambda row: tuple(key(row) for key in keys), reverse=way == "-")
        return ordered + [row for row in rows if any(key(row) is None for key in keys)]

    @cached_property
    def page(self) -> Page[Any]:
        return Paginator(self.found, self.per_page).get_page(self.asked.get("pagina"))

    def csv(self) -> HttpResponse:  # type: ignore[override]
        name = f'attachment; filename="{self.file_name}.csv"'
        return HttpResponse("".join(self.lines()), content_type="text/csv; charset=utf-8", headers={"Content-Disposition": name})

    def lines(self) -> Iterator[str]:
        columns = self.columns + self.only_in_file
        writer = csv.writer(Line(), delimiter=";", lineterminator="\r\n")
        yield "\ufeff" + writer.writerow([cell(column.label) for column in columns])
        for row in self.found[:MOST_IN_FILE]:
            yield writer.writerow([cell(column.text(row)) for column in columns])
