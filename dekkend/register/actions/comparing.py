"""What would a set of files change? Reads and compares; nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.register.gateways.collecting import Collector
from dekkend.register.gateways.opening import RawFile
from dekkend.register.queries.known import all_known, schools_of
from dekkend.register.rules.assembling import assembled, drawable
from dekkend.register.rules.comparing import Compared, compared
from dekkend.register.rules.limiting import limited, within
from dekkend.register.rules.placing import placed
from dekkend.register.words.bundle import Bundle, FileKind
from dekkend.register.words.changes import NotUsable
from dekkend.register.words.collected import Collected
from dekkend.register.words.known import Known

Progress = Callable[[str], None]
USELESS = (FileKind.UNKNOWN, FileKind.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the files say and what that changes. `region` is the code of the partnership it was limited to, "" for the whole country.

    `seen` are known sites that stand in a newer list: by brin6 the day until now and the new one. That is no difference, and goes along.
    """

    bundle: Bundle
    differences: tuple[Compared, ...]
    region: str
    seen: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def report(self) -> dict[str, Any]:
        """As it is kept with the import: plain values only."""
        last = self.bundle.snapshots[-1] if self.bundle.snapshots else None
        sites = last.listed.values() if last else ()
        here = (lambda each: each.region == self.region) if self.region else (lambda _each: True)
        return {
            "region": self.region,
            "files": [_plain(file) for file in self.bundle.files],
            "refused": [asdict(row) for row in self.bundle.refused],
            "refused_total": self.bundle.refused_total,
            "days": [snapshot.on.isoformat() for snapshot in self.bundle.snapshots],
            "sites": sum(here(site) for site in sites),
            "sites_around": sum(not here(site) for site in sites),
            "areas": sum(here(area) for area in self.bundle.areas.values()),
            "areas_around": sum(not here(area) for area in self.bundle.areas.values()),
            "areas_without_region": sum(not area.region for area in self.bundle.areas.values()),
            "areas_without_point": sum(area.x is None for area in self.bundle.areas.values()),
            "counted": self.counted(),
            "seen": self.seen,
        }

    def counted(self) -> dict[str, dict[str, int]]:
        """How many differences of each kind, per target."""
        found: dict[str, Counter[str]] = {}
        for each in self.differences:
            found.setdefault(each.difference.target.value, Counter())[each.difference.kind.value] += 1
        return {target: dict(counts) for target, counts in found.items()}


def _plain(file: Any) -> dict[str, Any]:
    return {**asdict(file), "kind": file.kind.value, "on": file.on.isoformat() if file.on else ""}


def collect(files: Iterable[RawFile], progress: Progress = lambda _step: None) -> Collected:
    """Read these files, each as what it is. Raises NotUsable when no file is one that we know."""
    collector = Collector()
    for number, file in enumerate(files, start=1):
        progress(say("Bestand {number}: {name}", number=number, name=file.name[:150]))
        collector.take(file)
    useful = [file for file in collector.collected.files if file.kind not in USELESS]
    if not useful:
        raise NotUsable(_nothing(len(collector.collected.files)))
    progress(say("Vergelijken met het register"))
    return collector.collected


def compare(collected: Collected, *, region: str, partnership: Partnership | None, as_of: date) -> Outcome:
    """Lay what was read beside the register. `as_of` is the day of lists that do not say theirs."""
    known = all_known()
    found = assembled(collected, as_of=as_of, known_regions=known.regions, known_municipalities=_municipalities(known))
    bundle = placed(found, known)
    if region:
        bundle = limited(bundle, region, known)
        known = within(known, bundle, region)
    bundle = drawable(bundle)
    schools = schools_of(partnership) if partnership else ()
    differences = compared(known, bundle, schools, region if partnership else "")
    return Outcome(bundle, tuple(differences), region, _seen(known, bundle))


def _seen(known: Known, bundle: Bundle) -> dict[str, tuple[str, str]]:
    last = {brin6: snapshot.on.isoformat() for snapshot in bundle.snapshots for brin6 in snapshot.listed if brin6 in known.sites}
    return {brin6: (known.sites[brin6].last_seen, day) for brin6, day in last.items() if day > known.sites[brin6].last_seen}


def _nothing(many: int) -> str:
    if not many:
        return say("Er is geen enkel bestand. Er is niets overgenomen.")
    if many == 1:
        return say("Dit bestand is geen lijst die wij kennen. Er is niets overgenomen.")
    return say("Geen van de {many} bestanden is een lijst die wij kennen. Er is niets overgenomen.", many=many)


def _municipalities(known: Known) -> set[str]:
    return {area.municipality for area in known.areas.values() if area.municipality} | set(known.borders)
