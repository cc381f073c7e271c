"""What was said in a region about each kind of support, and what did boards answer? Numbers and answers, never words of a person."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from dekkend.organisations.models import Board, Partnership, Site
from dekkend.organisations.words import Level, Role, Scope
from dekkend.signals.models import ClusterAnswer, Signal, UnknownStem
from dekkend.signals.rules.clustering import Tally, as_others_see, by_code
from dekkend.signals.words import (
    NOT_COUNTED,
    PERSONAL_FROM,
    REGION,
    AnswerStatus,
    ClusterReply,
    SignalCounts,
    SignalKind,
    SignalState,
    UnknownWord,
)


def counts_by_code(partnership: Partnership) -> Mapping[str, SignalCounts]:
    """By code of the catalogue what was said in this region; a code of which nothing was said is not among them. One query.

    As anyone may see them: numbers about children (`no_answers`, `notes_told`) are "so many or more", see `SignalCounts`.
    """
    return {code: counts for code, counts in by_code(as_others_see(tallies_of(partnership))).items() if code and counts.any}


def answers_by_code(partnership: Partnership) -> Mapping[str, tuple[ClusterReply, ...]]:
    """By code what the boards of this region answered, the newest first. One query."""
    standing = ClusterAnswer.anywhere.filter(partnership=partnership, ended_at__isnull=True).select_related("board")
    found: dict[str, list[ClusterReply]] = {}
    for answer in standing.order_by("-at", "-pk"):
        found.setdefault(answer.code, []).append(reply_of(answer))
    return {code: tuple(replies) for code, replies in sorted(found.items())}


def unknown_words() -> tuple[UnknownWord, ...]:
    """What the finder did not understand five times or more, the most typed first. Of the whole installation: place is not kept."""
    known = UnknownStem.objects.filter(count__gte=PERSONAL_FROM).exclude(stem="").order_by("-count", "stem")
    return tuple(UnknownWord(each.stem, each.count) for each in known)


def tallies_of(partnership: Partnership) -> list[Tally]:
    """Everything that counts in this region, in groups of equals. One query."""
    counted = Signal.anywhere.filter(partnership=partnership, repeated=False).exclude(state__in=[state.value for state in NOT_COUNTED])
    groups = counted.order_by().values_list("kind", "code", "area", "state", "reason").annotate(count=Count("pk"))
    return [Tally(SignalKind(kind), code, area, SignalState(state), reason, count) for kind, code, area, state, reason, count in groups]


def reply_of(answer: ClusterAnswer) -> ClusterReply:
    on = timezone.localdate(answer.at)
    return ClusterReply(answer.code, answer.area, answer.board.name, answer.text, AnswerStatus(answer.status), on)


def regions_within(scope: Scope) -> QuerySet[Partnership]:
    """The regions whose numbers this person may see: those of the own role, and those in which the own board has a school."""
    of_boards = Site.anywhere.filter(board_id__in=scope.only(Role.BOARD).ids(Level.BOARD)).values("partnership_id")
    own = scope.only(*REGION).ids(Level.PARTNERSHIP)
    return Partnership.objects.filter(Q(pk__in=own) | Q(pk__in=of_boards)).order_by("name", "pk")


def boards_in(scope: Scope, partnership: Partnership) -> QuerySet[Board]:
    """The own boards that have a school in this region."""
    sites = Site.objects.within(scope.only(Role.BOARD)).filter(partnership=partnership)
    return Board.objects.filter(pk__in=sites.values("board_id")).order_by("name", "pk")


def standing_notes_of(partnership: Partnership, code: str) -> QuerySet[Signal]:
    """For whoever does not work for the region: without what was withdrawn, which may have been because of what it says."""
    return notes_of(partnership, code).exclude(state=SignalState.WITHDRAWN.value)


def notes_of(partnership: Partnership, code: str) -> QuerySet[Signal]:
    """What the support point wrote down about this kind of support, the newest first; what was withdrawn last."""
    found = Signal.anywhere.filter(partnership=partnership, kind=SignalKind.SUPPORT_POINT.value, code=code)
    return found.select_related("by").order_by("state", "-made_on", "-pk")


def note_within(scope: Scope, key: int) -> Signal | None:
    return (
        Signal.objects.within(scope.only(*REGION)).filter(pk=key, kind=SignalKind.SUPPORT_POINT.value).select_related("partnership").first()
    )


def answers_of(partnership: Partnership, code: str) -> QuerySet[ClusterAnswer]:
    """What boards answered about this kind of support and stands, the newest first."""
    standing = ClusterAnswer.anywhere.filter(partnership=partnership, code=code, ended_at__isnull=True)
    return standing.select_related("board").order_by("-at", "-pk")


def answer_within(scope: Scope, key: int) -> ClusterAnswer | None:
    return (
        ClusterAnswer.objects.within(scope.only(Role.BOARD))
        .filter(pk=key, board_id__in=scope.ids(Level.BOARD))
        .select_related("partnership")
        .first()
    )


def answered_codes(partnership: Partnership) -> dict[str, int]:
    """By code how many boards answered. One query."""
    standing = ClusterAnswer.anywhere.filter(partnership=partnership, ended_at__isnull=True).order_by()
    return dict(standing.values_list("code").annotate(count=Count("board_id", distinct=True)))
