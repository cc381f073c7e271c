"""Is each file recognised by what stands in it, is nothing lost of what cannot be used, and does nothing hostile get far?"""

from __future__ import annotations

import json
import zipfile
from datetime import date
from io import BytesIO

import pytest

from dekkend.register.gateways import opening
from dekkend.register.gateways.collecting import Collector
from dekkend.register.gateways.opening import RawFile, in_folder, opened
from dekkend.register.rules.assembling import assembled
from dekkend.register.words.bundle import FileKind
from dekkend.register.words.changes import NotUsable
from tests.factories.registers import children, old_dialect, outlines, places, regions, row, sites, zipped

OLD_ROW = "Zeeland;99991;99AA;1;Kindcentrum Zeeëend;Kade;12-a;8999 AB;ZILVERDUIN;S ZILVERKUST;Openbaar;http://www.zeeeend.example/"


def read(*files: RawFile):
    collector = Collector()
    found = [collector.take(file) for file in opened(files)]
    return found, collector.collected


def whole(*files: RawFile):
    _, collected = read(*files)
    return assembled(collected, as_of=date(2026, 3, 2), known_regions={}, known_municipalities=())


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (sites(row("99AA00")), FileKind.SITES),
        (sites(row("99AA00"), mark=""), FileKind.SITES),
        (old_dialect(OLD_ROW), FileKind.SITES),
        (children("8999,1,2,3"), FileKind.CHILDREN),
        (places("8999"), FileKind.PLACES),
        (regions(p8999="PO0001"), FileKind.REGIONS),
        (outlines("8999"), FileKind.AREA_OUTLINES),
        (outlines("Zilverkust", name="gemeente"), FileKind.BORDERS),
        (RawFile("x", b"BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM;PLAATSNAAM\n99991;De Golfslag;X"), FileKind.BOARDS),
        (RawFile("x", b"INSTELLINGSCODE,VESTIGINGSCODE,PEILJAAR,AANTAL_LEERLINGEN\n99AA,00,2025,<5"), FileKind.PUPILS),
        (RawFile("scholen.csv", b"a,b\n1,2\n"), FileKind.UNKNOWN),
        (RawFile("leeg.csv", b""), FileKind.UNKNOWN),
        (RawFile("beeld.csv", b"\x89PNG\r\n\x1a\n\x00\x00"), FileKind.UNKNOWN),
        (RawFile("kaart.geojson", b'{"type": "FeatureCollection"'), FileKind.UNKNOWN),
        (RawFile("kaart.geojson", b"[" * 100_000), FileKind.UNKNOWN),
    ],
)
def test_a_file_is_known_by_its_content(file, kind):
    [found], _ = read(file)
    assert found.kind is kind
    assert bool(found.note) == (kind is FileKind.UNKNOWN)


def test_the_older_dialect_says_the_same_as_the_newer_one():
    boards = RawFile("besturen.csv", b"BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM\n99991;De Golfslag")
    [snapshot] = whole(old_dialect(OLD_ROW), boards, places("8999"), regions(p8999="PO-00-01")).snapshots
    site = snapshot.listed["99AA01"]
    assert (site.name, site.house_number, site.postcode, site.website) == ("Kindcentrum Zeeëend", "12-a", "8999AB", "www.zeeeend.example")
    assert (site.board_number, site.board_name, site.region, site.municipality) == ("99991", "De Golfslag", "PO0001", "'s-Zilverkust")
    assert site.kind == "BAO"
    assert snapshot.on == date(2023, 1, 1)


def test_masked_counts_are_added_as_bounds():
    lines = ["99AA,00,2025,8999,<5", "99AA,00,2025,8998,10", "99AA,00,2025,8997,-1"]
    head = "INSTELLINGSCODE,VESTIGINGSCODE,PEILJAAR,POSTCODE4_DEELNEMER,AANTAL_LEERLINGEN"
    [count] = whole(RawFile("brin6.csv", "\n".join([head, *lines]).encode())).counts["99AA00"]
    assert (count.low, count.high, count.counted_on, count.exact) == (12, 18, date(2025, 10, 1), None)


def test_rows_that_cannot_be_used_are_kept_with_line_and_reason():
    wrong = [
        row("99"),
        row("99AB00", name=" "),
        row("99AC00", postcode=""),
        row("99AD00", kind="IETS"),
        row("99AE00", pupils="veel"),
        "te,kort",
    ]
    [found], collected = read(sites(row("99AA00"), *wrong, row("99AA00", name="Nog eens"), row("99AF00", kind="HAVO/VWO")))
    assert [(each.line, bool(each.reason), bool(each.text)) for each in collected.refused.kept] == [(n, True, True) for n in range(3, 9)]
    assert (found.rows, found.used) == (9, 1)
    assert "voortgezet" in found.note
    assert "nog een keer" in found.note
    assert collected.lists[0][1]["99AA00"].name == "De Zeepaal"


def test_a_number_that_is_no_partnership_is_unknown_and_told():
    bundle = whole(regions(p8999="Europoort", p8998="PO0001"), places("8999", "8998", "8997"), children("8999,1,2,3", "8998,<5,1,1"))
    assert {code: area.region for code, area in bundle.areas.items()} == {"8999": "", "8998": "PO0001", "8997": ""}
    assert [each.line for each in bundle.refused] == [2]
    assert bundle.areas["8997"].children == {}
    assert bundle.areas["8998"].children["0-4"] == (1, 4)


def test_an_outline_outside_the_country_or_without_sense_is_refused_and_the_finest_is_kept():
    odd = [[[1e9, 1e400], ["a", None], [3]], [[200.0, 52.0]] * 4, None, [[[10**400, 5]] * 4]]
    features = [{"type": "Feature", "properties": {"pc4": "8999"}, "geometry": {"type": "Polygon", "coordinates": [each]}} for each in odd]
    first = json.loads(outlines("8998").data)["features"]
    [_, found], collected = read(
        outlines("8999"), RawFile("k.json", json.dumps({"type": "FeatureCollection", "features": first + features}).encode())
    )
    assert (found.used, collected.refused.total) == (1, 4)
    assert set(collected.shapes) == {"8998", "8999"}


def test_an_archive_is_opened_once_and_never_beyond_its_limits(monkeypatch):
    inner = zipped(sites(row("99AA00")))
    found, _ = read(zipped(sites(row("99AB00")), inner))
    assert [each.kind for each in found] == [FileKind.SITES, FileKind.UNKNOWN]
    assert "zip-bestand in een zip-bestand" in found[1].note
    monkeypatch.setattr(opening, "LARGEST", 1_000_000)
    [bomb], _ = read(zipped(RawFile("bom.csv", b"0" * 20_000_000)))
    assert "niet bekeken" in bomb.note
    [broken], _ = read(RawFile("x.zip", b"PK\x03\x04 kapot"))
    assert "beschadigd" in broken.note
    book = BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    [sheet], _ = read(RawFile("lijst.xlsx", book.getvalue()))
    assert "als CSV" in sheet.note
    monkeypatch.setattr(opening, "MOST_FILES", 2)
    with pytest.raises(NotUsable, match="in delen"):
        read(zipped(*[RawFile(f"{n}.csv", b"a,b") for n in range(3)]))


def test_a_folder_is_read_without_links_and_hidden_files(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "scholen.csv").write_bytes(sites(row("99AA00")).data)
    (tmp_path / "in" / ".geheim").write_text("a,b")
    (tmp_path / "buiten.csv").write_text("a,b")
    (tmp_path / "in" / "link.csv").symlink_to(tmp_path / "buiten.csv")
    assert [file.name for file in in_folder(tmp_path / "in")] == ["scholen.csv"]
    with pytest.raises(NotUsable, match="geen map"):
        list(in_folder(tmp_path / "nergens"))
