"""Which sites are gone from a newer list, and did they probably merge into another one?

A list that does not hold a kind of school in a region says nothing about that kind there. What closed is never certain from a list alone:
a school whose address another one has now probably merged into it, or got another number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from dekkend.kernel.sentences import say
from dekkend.register.rules.writing import key_of
from dekkend.register.words.bundle import Snapshot
from dekkend.register.words.changes import ChangeKind, Difference, Target
from dekkend.register.words.known import KnownSite
from dekkend.register.words.records import SiteRecord

MANY = 0.2  # part of the sites of a kind in a region that can close between two lists before a person must look
ALWAYS_FEW = 5  # so many can always close
MOVES_IN = 0.5  # part of the pupils of a closed school by which a neighbour must have grown
NEIGHBOUR = 1000.0  # metres

Sites = Mapping[str, KnownSite]
Group = tuple[str, str]  # region (or province, when it is not known) and kind


def gone(known: Sites, snapshot: Snapshot) -> list[Difference]:
    """Open sites that are missing from a list that should hold them, as closed or probably merged."""
    listed = {group_of(site) for site in snapshot.listed.values()} | {(site.province, site.kind) for site in snapshot.listed.values()}
    missing = [
        site.record
        for brin6, site in known.items()
        if not site.closed_on and brin6 not in snapshot.listed and group_of(site.record) in listed
    ]
    if not missing:
        return []
    open_before = Counter(group_of(site.record) for site in known.values() if not site.closed_on)
    many = Counter(group_of(record) for record in missing)
    heirs = _Heirs(known, snapshot)
    return [_closed(record, snapshot, heirs, held=_too_many(many, open_before, group_of(record))) for record in missing]


def group_of(site: SiteRecord) -> Group:
    return site.region or site.province, site.kind


def _too_many(many: Mapping[Group, int], before: Mapping[Group, int], group: Group) -> bool:
    return many[group] > max(ALWAYS_FEW, MANY * before[group])


def _closed(record: SiteRecord, snapshot: Snapshot, heirs: _Heirs, *, held: bool) -> Difference:
    day = snapshot.on.isoformat()
    heir, why = heirs.of(record)
    after = {"closed_on": day} | ({"into": heir.brin6} if heir else {})
    if held:
        why = say("Er verdwijnen hier ineens veel scholen van deze soort: is de lijst volledig? Kijk dit eerst na.")
    kind = ChangeKind.MERGED if heir else ChangeKind.CLOSED
    return Difference(Target.SITE, kind, record.brin6, record.name, record.region, {"closed_on": ""}, after, why, day, held)


class _Heirs:
    """Who stands now where a closed school stood, or took in its pupils?"""

    def __init__(self, known: Sites, snapshot: Snapshot) -> None:
        self._known, self._day = known, snapshot.on
        self._at: dict[tuple[str, str], list[SiteRecord]] = defaultdict(list)
        self._in: dict[str, list[SiteRecord]] = defaultdict(list)
        for site in snapshot.listed.values():
            self._at[_address(site)].append(site)
            self._in[site.place].append(site)

    def of(self, record: SiteRecord) -> tuple[SiteRecord | None, str]:
        """The heir and the sentence that says why; (None, "") when there is none."""
        for heir in self._at.get(_address(record), ()):
            if heir.kind == record.kind:
                return heir, self._sentence(heir)
        grown = self._grown(record)
        if grown:
            return grown, say(
                "{name} ({brin6}), dichtbij, groeide met minstens de helft van de leerlingen.", name=grown.name, brin6=grown.brin6
            )
        return None, ""

    def _sentence(self, heir: SiteRecord) -> str:
        known = self._known.get(heir.brin6)
        if known is None:
            return say("Op dit adres staat nu een nieuw nummer: {name} ({brin6}).", name=heir.name, brin6=heir.brin6)
        if _address(known.record) == _address(heir):
            return say("{name} ({brin6}) zat al op dit adres en blijft.", name=heir.name, brin6=heir.brin6)
        return say("{name} ({brin6}) verhuisde naar dit adres.", name=heir.name, brin6=heir.brin6)

    def _grown(self, record: SiteRecord) -> SiteRecord | None:
        pupils = _last(self._known[record.brin6])
        if not pupils:
            return None
        near = (site for site in self._in.get(record.place, ()) if site.kind == record.kind and _metres(site, record) <= NEIGHBOUR)
        return next((site for site in near if self._growth(site) >= MOVES_IN * pupils), None)

    def _growth(self, site: SiteRecord) -> int:
        known = self._known.get(site.brin6)
        before = _last(known) if known else None
        now = site.pupils.exact if site.pupils else None
        return now - before if now is not None and before is not None else 0


def _last(site: KnownSite) -> int | None:
    """The last exact count before this list."""
    return site.counts[max(site.counts)].exact if site.counts else None


def _address(site: SiteRecord) -> tuple[str, str]:
    return site.postcode, key_of(site.house_number)


def _metres(one: SiteRecord, other: SiteRecord) -> float:
    if one.x is None or one.y is None or other.x is None or other.y is None:
        return float("inf")
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)
