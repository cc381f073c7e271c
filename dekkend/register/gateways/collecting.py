"""What do several files say together? Each is recognised, read row by row, and what it says is laid beside what the others say."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.register.gateways.maps import Feature, features_in, first_looks, on_grid, walked
from dekkend.register.gateways.opening import RawFile
from dekkend.register.gateways.tables import rows_in, shortened, table_in
from dekkend.register.rules.area_rows import age_in, children_in, degrees_in, place_in, postcode_in, region_in
from dekkend.register.rules.recognising import map_kind, table_kind
from dekkend.register.rules.site_rows import Elsewhere, Unusable, code_of, site_of
from dekkend.register.rules.writing import added, clean, day_in_name, first_of, number_between, region_of
from dekkend.register.words.bundle import FileKind, FoundFile, Refused
from dekkend.register.words.collected import Collected, PlaceFacts
from dekkend.register.words.geography import Point, Ring
from dekkend.register.words.records import SiteRecord

Row = dict[str, str]
LARGEST_MAP = 25_000_000  # bytes: in memory a map is many times larger
MOST_SITES = 30_000  # in one list; the Netherlands has about 7,000


class Collector:
    """Takes in one file after the other: `take(file)`, and then `collected`."""

    def __init__(self) -> None:
        self.collected = Collected()

    def take(self, file: RawFile) -> FoundFile:
        """Recognise and read one file. Nothing is lost: what cannot be used is in `collected.refused` or in the note."""
        found = self._taken(file)
        self.collected.files.append(found)
        return found

    def _taken(self, file: RawFile) -> FoundFile:
        if file.problem:
            return FoundFile(file.name, FileKind.UNKNOWN, note=file.problem)
        if file.data[:100].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
            if len(file.data) > LARGEST_MAP:
                return FoundFile(file.name, FileKind.UNKNOWN, note=say("Deze kaart is groter dan 25 MB. Vereenvoudig de omtrekken eerst."))
            features = features_in(file.data)
            if features is None:
                return FoundFile(file.name, FileKind.UNKNOWN, note=say("Dit is geen kaartbestand (GeoJSON)."))
            kind = map_kind(*first_looks(features))
            return self._read(file.name, kind, _MAPS.get(kind), walked(features) if kind in _MAPS else iter(()))
        table = table_in(file.name, file.data)
        if table is None:
            return FoundFile(file.name, FileKind.UNKNOWN, note=say("Dit is geen tabel en geen kaart."))
        kind = table_kind(table.headings)
        return self._read(file.name, kind, _TABLES.get(kind), rows_in(table, self.collected.refused) if kind in _TABLES else iter(()))

    def _read(self, name: str, kind: FileKind, reader: Callable[..., Any] | None, rows: Iterator[Any]) -> FoundFile:
        found = FoundFile(name, kind, on=day_in_name(name))
        if reader is None:
            note = "" if kind is FileKind.NOT_NEEDED else say("De kolommen van dit bestand kennen wij niet.")
            return dataclasses.replace(found, note=note)
        before = self.collected.refused.total
        tally = _Tally(found, self.collected)
        for row in rows:
            tally.take(reader, row)
        tally.finish()
        refused = self.collected.refused.total - before
        return dataclasses.replace(found, rows=tally.rows + refused - tally.refused, used=tally.used, note=tally.note())


class _Tally:
    """Reads the rows of one file and counts what became of them."""

    def __init__(self, file: FoundFile, into: Collected) -> None:
        self.file, self.into = file, into
        self.rows = self.used = self.refused = self.elsewhere = self.double = 0
        self.sites: dict[str, SiteRecord] = {}

    def take(self, reader: Callable[[_Tally, Any], None], row: Any) -> None:
        self.rows += 1
        try:
            reader(self, row)
        except Elsewhere:
            self.elsewhere += 1
        except Unusable as why:
            self.refused += 1
            self.into.refused.add(Refused(self.file.name, _line(row), str(why), _told(row)))

    def finish(self) -> None:
        if self.sites:
            self.into.lists.append((self.file, self.sites))

    def note(self) -> str:
        told = []
        if self.elsewhere:
            told.append(say("Rijen van het voortgezet onderwijs: {many}. Die horen hier niet.", many=self.elsewhere))
        if self.double:
            told.append(say("Rijen die een school nog een keer noemen: {many}. De eerste rij telt.", many=self.double))
        return " ".join(told)

    def site(self, row: Row, point: Point | None) -> None:
        site = site_of(row, point)
        if site.brin6 in self.sites:
            self.double += 1
            return
        if len(self.sites) >= MOST_SITES:
            raise Unusable(say("Dit zijn meer scholen dan er in Nederland zijn."))
        self.sites[site.brin6] = site
        self.used += 1


def _line(row: Any) -> int:
    return row.line if isinstance(row, Feature) else row[0]


def _told(row: Any) -> str:
    return shortened(list((row.told if isinstance(row, Feature) else row[1]).values()))


def _listed_site(tally: _Tally, row: tuple[int, Row]) -> None:
    degrees = degrees_in(row[1])
    tally.site(row[1], on_grid(*degrees) if degrees else None)


def _mapped_site(tally: _Tally, feature: Feature) -> None:
    tally.site(feature.told, feature.point)


def _pupils(tally: _Tally, row: tuple[int, Row]) -> None:
    """Rows of one site and day add up: a list may count per age or per postcode of the pupil."""
    brin6, on = code_of(row[1]), _count_day(row[1]) or tally.file.on
    if not brin6 or on is None:
        raise Unusable(say("De vestigingscode of het peiljaar ontbreekt."))
    try:
        bounds = number_between(first_of(row[1], "AANTAL_LEERLINGEN", "TOTAAL", "TOTAAL_LEERLINGEN"))
    except ValueError:
        raise Unusable(say("Het aantal leerlingen is geen getal.")) from None
    if bounds:
        tally.into.counts[brin6, on] = added(tally.into.counts.get((brin6, on), (0, 0)), bounds)
        tally.used += 1


def _count_day(row: Row) -> date | None:
    """A year of count is 1 October of that year; a whole date (20231001) is itself."""
    written = first_of(row, "PEILJAAR", "PEILDATUM", "TELDATUM").replace("-", "")
    try:
        return date(int(written), 10, 1) if len(written) == 4 else date(int(written[:4]), int(written[4:6]), int(written[6:8]))
    except ValueError:
        return None


def _board(tally: _Tally, row: tuple[int, Row]) -> None:
    tally.into.boards[first_of(row[1], "BEVOEGD_GEZAG_NUMMER")] = first_of(row[1], "BEVOEGD_GEZAG_NAAM")[:200]
    tally.used += 1


def _children(tally: _Tally, row: tuple[int, Row]) -> None:
    tally.into.children[postcode_in(row[1])] = children_in(row[1])
    tally.into.children_on = tally.file.on
    tally.used += 1


def _age(tally: _Tally, row: tuple[int, Row]) -> None:
    """Of a table by age only what no table with the three groups says."""
    found = age_in(row[1])
    if found:
        band, bounds = found
        tally.into.children.setdefault(postcode_in(row[1]), {}).setdefault(band, bounds)
        tally.into.children_on = tally.into.children_on or tally.file.on
        tally.used += 1


def _place(tally: _Tally, row: tuple[int, Row]) -> None:
    tally.into.places[postcode_in(row[1])] = _facts(row[1])
    tally.used += 1


def _centroid(tally: _Tally, row: tuple[int, Row]) -> None:
    if first_of(row[1], "SOORT") == "Postbus":
        return
    tally.into.centroids[postcode_in(row[1])] = _facts(row[1])
    tally.used += 1


def _facts(row: Row) -> PlaceFacts:
    name, municipality = place_in(row)
    degrees = degrees_in(row)
    return PlaceFacts(name, municipality, region_of(first_of(row, "SWV_PO_2015")), on_grid(*degrees) if degrees else None)


def _region(tally: _Tally, row: tuple[int, Row]) -> None:
    tally.into.regions[postcode_in(row[1])] = region_in(row[1])
    tally.into.regions_from = tally.file.on
    tally.used += 1


def _outline(tally: _Tally, feature: Feature) -> None:
    """Of two outlines of one area the finest is kept."""
    postcode = postcode_in(feature.told)
    _usable(feature)
    if _points(feature.rings) > _points(tally.into.shapes.get(postcode, ())):
        tally.into.shapes[postcode] = feature.rings
        tally.into.shape_facts[postcode] = _facts(feature.told)
    tally.used += 1


def _border(tally: _Tally, feature: Feature) -> None:
    municipality = clean(first_of(feature.told, "GEMEENTE", "GEMEENTENAAM"))[:100]
    if not municipality:
        raise Unusable(say("De naam van de gemeente ontbreekt."))
    _usable(feature)
    if _points(feature.rings) > _points(tally.into.borders.get(municipality, ())):
        tally.into.borders[municipality] = feature.rings
    tally.used += 1


def _usable(feature: Feature) -> None:
    if not feature.rings:
        raise Unusable(say("De omtrek ontbreekt, of ligt buiten Nederland."))


def _points(rings: tuple[Ring, ...]) -> int:
    return sum(len(ring) for ring in rings)


_TABLES: dict[FileKind, Callable[..., None]] = {
    FileKind.SITES: _listed_site,
    FileKind.PUPILS: _pupils,
    FileKind.BOARDS: _board,
    FileKind.CHILDREN: _children,
    FileKind.AGES: _age,
    FileKind.PLACES: _place,
    FileKind.CENTROIDS: _centroid,
    FileKind.REGIONS: _region,
}
_MAPS: dict[FileKind, Callable[..., None]] = {
    FileKind.SITE_POINTS: _mapped_site,
    FileKind.AREA_OUTLINES: _outline,
    FileKind.BORDERS: _border,
}
