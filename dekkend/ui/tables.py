"""How does a long list let people search, choose, sort, turn pages and take it away, without any script?

Everything stands in the address, so a link to a sorted and filtered list can be mailed: `zoek`, `sorteer` (`-` before it: the other way
round), `pagina`, `als=csv`, and the name of each filter. What stands there and means nothing is passed over.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import StreamingHttpResponse
from django.utils.translation import gettext_noop

from dekkend.ui.translation import translated

PER_PAGE = 50
LONGEST_SEARCH = 100  # characters
MOST_WORDS = 8
MOST_IN_FILE = 100_000  # rows
AT_A_TIME = 2000  # rows fetched together for a file
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """`text` says what stands in the CSV; `order` are the fields to sort on, none when it cannot be sorted."""

    name: str
    label: str
    text: Callable[[Any], str]
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice out of a few. `conditions` gives per value the condition on the rows."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    conditions: Mapping[str, Q]
    everything: str = gettext_noop("Alle")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column head: `direction` is what `aria-sort` says, `address` leads to the list sorted on it ("" when it cannot be)."""

    label: str
    direction: str = ""
    address: str = ""


@dataclass(frozen=True)
class Table:
    """A list on one screen. `row_template` draws one row, with the record in it as `row`.

    `kept` is what else the address asks and `rows` already answers, such as days; `only_in_file` are columns of the CSV alone.
    """

    caption: str
    rows: QuerySet[Any]
    columns: tuple[Column, ...]
    row_template: str
    asked: Mapping[str, str]
    searched: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)
    only_in_file: tuple[Column, ...] = ()
    file_name: str = "lijst"
    per_page: int = PER_PAGE

    @property
    def search(self) -> str:
        return self.asked.get("zoek", "").strip()[:LONGEST_SEARCH]

    @property
    def wants_csv(self) -> bool:
        return self.asked.get("als") == "csv"

    @cached_property
    def sorted_on(self) -> tuple[Column | None, str]:
        """The column that was asked for, and "-" when it goes the other way round."""
        wanted = self.asked.get("sorteer", "")
        column = next((each for each in self.columns if each.order and each.name == wanted.removeprefix("-")), None)
        return column, "-" if column and wanted.startswith("-") else ""

    @property
    def sort(self) -> str:
        column, way = self.sorted_on
        return f"{way}{column.name}" if column else ""

    @cached_property
    def found(self) -> QuerySet[Any]:
        rows = self.rows
        for word in self.search.split()[:MOST_WORDS]:
            rows = rows.filter(anywhere_in(self.searched, word))
        for each in self.filters:
            rows = rows.filter(each.conditions.get(self.asked.get(each.name, ""), Q()))
        column, way = self.sorted_on
        # The key last, so that equal rows keep their order from page to page.
        return rows.order_by(*(f"{way}{field}" for field in column.order), "pk") if column else rows

    @cached_property
    def page(self) -> Page[Any]:
        return Paginator(self.found, self.per_page).get_page(self.asked.get("pagina"))

    @cached_property
    def shown(self) -> dict[str, Any]:
        """Everything in this list on this page, as text; for who wants to know whether it is the same as before."""
        columns = self.columns + self.only_in_file
        rows = [[row.pk, *(str(column.text(row)) for column in columns)] for row in self.page]
        return {"address": self.address(pagina=str(self.page.number)), "count": self.page.paginator.count, "rows": rows}

    @property
    def narrowed(self) -> bool:
        """Something was left out, so an empty list does not mean that there is nothing."""
        return bool(self.search) or any(self.chosen(each) for each in self.filters) or any(self.kept.values())

    def chosen(self, filter_: Filter) -> str:
        value = self.asked.get(filter_.name, "")
        return value if value in filter_.conditions else ""

    def choices(self) -> list[tuple[Filter, list[tuple[str, str, bool]]]]:
        """Per filter its options as (value, label, chosen)."""
        return [(each, [(value, translated(label), value == self.chosen(each)) for value, label in each.options]) for each in self.filters]

    def headings(self) -> list[Heading]:
        return [self.heading(column) for column in self.columns]

    def heading(self, column: Column) -> Heading:
        if not column.order:
            return Heading(translated(column.label))
        on, way = self.sorted_on
        direction = "" if on is not column else "descending" if way else "ascending"
        return Heading(
            translated(column.label), direction, self.address(sorteer=f"-{column.name}" if direction == "ascending" else column.name)
        )

    def sorts(self) -> list[tuple[str, str, bool]]:
        """The ways to sort as (value, label, chosen), for the list that replaces the column heads on a narrow screen."""
        ways = [(column.name, translated(column.label)) for column in self.columns if column.order]
        return [(value, label, value == self.sort.removeprefix("-")) for value, label in ways]

    def address(self, **changes: str) -> str:
        """The same list with something changed; it starts at the first page again unless a page is named."""
        now = {"zoek": self.search, "sorteer": self.sort} | {each.name: self.chosen(each) for each in self.filters}
        return "?" + urlencode({name: value for name, value in (now | dict(self.kept) | changes).items() if value})

    @property
    def address_of_csv(self) -> str:
        return self.address(als="csv")

    @property
    def address_of_previous(self) -> str:
        return self.address(pagina=str(self.page.previous_page_number())) if self.page.has_previous() else ""

    @property
    def address_of_next(self) -> str:
        return self.address(pagina=str(self.page.next_page_number())) if self.page.has_next() else ""

    @property
    def in_file(self) -> QuerySet[Any]:
        """The rows that were found, on every page."""
        return self.found[:MOST_IN_FILE]

    def csv(self) -> StreamingHttpResponse:
        """A file that a Dutch spreadsheet opens, sent row by row: semicolons, UTF-8 with its mark."""
        name = f'attachment; filename="{self.file_name}.csv"'
        return StreamingHttpResponse(self.lines(), content_type="text/csv; charset=utf-8", headers={"Content-Disposition": name})

    def lines(self) -> Iterator[str]:
        columns = self.columns + self.only_in_file
        writer = csv.writer(Line(), delimiter=";", lineterminator="\r\n")
        yield "\ufeff" + writer.writerow([cell(translated(column.label)) for column in columns])
        for row in self.in_file.iterator(chunk_size=AT_A_TIME):
            yield writer.writerow([cell(column.text(row)) for column in columns])


class Line:
    """A file that gives back what is written to it: csv needs one, the browser wants it line by line."""

    def write(self, line: str) -> str:
        return line


def anywhere_in(fields: tuple[str, ...], word: str) -> Q:
    condition = Q()
    for each in fields:
        condition |= Q(**{f"{each}__icontains": word})
    return condition


def cell(text: str) -> str:
    """A text that a spreadsheet never takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
