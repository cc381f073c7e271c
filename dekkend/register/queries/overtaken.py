"""Which differences of an import were overtaken by another one, taken over since?"""

from __future__ import annotations

from django.db.models import F, OuterRef, QuerySet, Subquery

from dekkend.register.models import RegisterChange, RegisterImport, RegisterSite
from dekkend.register.words.changes import ChangeKind, Target, Verdict

OF_SITES = (Target.SITE.value, Target.SCHOOL.value)


def overtaken(imported: RegisterImport, wanted: QuerySet[RegisterChange]) -> set[int]:
    """Of these differences those whose school, place or border changed since they were found, or stands in a newer list by now.

    A count of pupils belongs to its own day, so it is never overtaken. Two queries.
    """
    rest = wanted.exclude(kind=ChangeKind.PUPILS.value)
    since = dict.fromkeys(_taken_over(imported).filter(decided_at__gt=imported.read_at).values_list("target", "key"))
    known = RegisterSite.objects.filter(brin6=OuterRef("key")).values("last_seen")[:1]
    older = rest.filter(target__in=OF_SITES).annotate(seen=Subquery(known)).filter(seen__gt=F("noticed_on"))
    changed = {pk for pk, *about in rest.values_list("pk", "target", "key") if tuple(about) in since} if since else set()
    return changed | set(older.values_list("pk", flat=True))


def is_overtaken(imported: RegisterImport) -> bool:
    """Something that this import changed was changed again by one that was taken over later, of whichever region: borders are shared."""
    own = RegisterChange.objects.filter(imported=imported, verdict=Verdict.ACCEPTED.value)
    later = _taken_over(imported).filter(imported__applied_at__gt=imported.applied_at, key__in=own.values("key"))
    theirs = set(own.values_list("target", "key"))
    return any(about in theirs for about in later.values_list("target", "key").iterator())


def _taken_over(imported: RegisterImport) -> QuerySet[RegisterChange]:
    return RegisterChange.objects.filter(verdict=Verdict.ACCEPTED.value).exclude(imported=imported)
