"""How does a test get lists as DUO and CBS publish them, made up, and an import of them?"""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, date, datetime

from django.core.files.base import ContentFile

from dekkend.kernel.grid import to_globe
from dekkend.organisations.models import Partnership
from dekkend.register.actions.deciding import accept
from dekkend.register.actions.importing import begin_import, read_import
from dekkend.register.gateways.opening import RawFile
from dekkend.register.models import RegisterChange, RegisterImport

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)
HEAD = "brin6,naam,soort,denominatie,straat,huisnummer,postcode,plaats,gemeente,website,leerlingen,lat,lon,swv_po_2015"
OLD_HEAD = (
    "PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;"
    "GEMEENTENAAM;DENOMINATIE;INTERNETADRES"
)
X, Y = 20_000.0, 550_000.0  # in what is sea on a real map


def degrees(x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude of a point on the grid, inside the box that counts as Dutch."""
    lon, lat = to_globe(x + 80_000, y - 80_000)
    return round(float(lon), 6), round(float(lat), 6)


def row(brin6: str, name: str = "De Zeepaal", region: str = "PO0001", **given: object) -> str:
    """One line of the newer dialect."""
    lon, lat = degrees(X + float(str(given.get("east", 0))), Y)
    known = {
        "kind": "BAO",
        "denomination": "Openbaar",
        "street": "Kade",
        "number": brin6[4:] or "1",
        "postcode": "8999AB",
        "place": "Zilverduin",
        "municipality": "S ZILVERKUST",
        "website": " ",
        "pupils": "120",
        **given,
    }
    order = ("kind", "denomination", "street", "number", "postcode", "place", "municipality", "website", "pupils")
    return ",".join([brin6, name, *(str(known[each]) for each in order), str(lat), str(lon), region])


def sites(*rows: str, name: str = "scholen-2024-11.csv", mark: str = "\ufeff") -> RawFile:
    return RawFile(name, (mark + "\n".join([HEAD, *rows])).encode())


def old_dialect(*rows: str, name: str = "vestigingen-2023.csv") -> RawFile:
    """Semicolons, Windows-1252, the site code in two columns."""
    return RawFile(name, "\r\n".join([OLD_HEAD, *rows]).encode("cp1252"))


def children(*rows: str) -> RawFile:
    return RawFile("kinderen-2021.csv", "\n".join(["pc4,inwoners_0_4,inwoners_5_9,inwoners_10_14", *rows]).encode())


def places(*codes: str, region: str = "") -> RawFile:
    lon, lat = degrees(X, Y)
    lines = [f"{code},Zilverduin,'s-Zilverkust,{lat},{lon},{region}" for code in codes]
    return RawFile("inwoners-2021.csv", "\n".join(["pc4,plaats,gemeente,lat,lon,swv_po_2015", *lines]).encode())


def regions(**of: str) -> RawFile:
    """`regions(p8999="PO0001")`: the legal table of postcodes."""
    lines = [f"{code[1:]},Zilverkust,{region},VO0001" for code, region in of.items()]
    return RawFile("indeling-2015.csv", "\n".join(["pc4,gemeente,swv_po,swv_vo", *lines]).encode())


def outlines(*codes: str, name: str = "pc4", file: str = "omtrek-2020.geojson", side: float = 1000.0) -> RawFile:
    """A square of a kilometre for each postcode (or municipality)."""
    corners = [degrees(X + dx, Y + dy) for dx, dy in ((0, 0), (side, 0), (side, side), (0, side), (0, 0))]
    features = [
        {"type": "Feature", "properties": {name: code}, "geometry": {"type": "Polygon", "coordinates": [corners]}} for code in codes
    ]
    return RawFile(file, json.dumps({"type": "FeatureCollection", "features": features}).encode())


def zipped(*files: RawFile, name: str = "lijsten.zip") -> RawFile:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.name, file.data)
    return RawFile(name, kept.getvalue())


def an_import(region: Partnership, *files: RawFile, by: object = None, now: datetime = NOW) -> RegisterImport:
    """These files handed in for this region, and read."""
    handed = [ContentFile(file.data, name=file.name) for file in files]
    imported = begin_import(region, handed, "", by=by, now=now)
    read_import(imported.pk, now=now)
    imported.refresh_from_db()
    return imported


def a_register(region: Partnership) -> dict[str, object]:
    """An import of which one school was taken over, and a difference is still open; by the names that tests of routes use."""
    imported = an_import(region, sites(row("99RA00", region=region.code), row("99RB00", "De Bult", region=region.code), row("99")))
    first = RegisterChange.objects.filter(imported=imported).order_by("pk").values_list("pk", flat=True)[0]
    accept(imported, [first], by=None, now=NOW)
    return {"register_import": imported.pk, "register_code": "99RA00"}
