"""What does someone see who asks a question about a region? The same on a screen and in a report that is made later."""

from __future__ import annotations

from datetime import date

from django.conf import settings as site_settings
from django.urls import reverse
from django.utils.http import urlencode

from dekkend.coverage.queries.comparing import trend_of
from dekkend.coverage.queries.covering import coverage_of
from dekkend.coverage.queries.laid_down import chosen_norms, settings_of
from dekkend.coverage.queries.norms import norm_check
from dekkend.coverage.rules.kinds import only, with_radius
from dekkend.coverage.rules.norm_check import NormCheck
from dekkend.coverage.rules.part import part_of
from dekkend.coverage.rules.report import Story
from dekkend.coverage.words import Coverage, Question, Settings
from dekkend.organisations.models import Board, Partnership
from dekkend.signals.queries.regions import answers_by_code, counts_by_code


def settings_asked(region: Partnership, question: Question) -> Settings:
    """How the region counts, with what the question changes about it."""
    settings = settings_of(region)
    if question.radius is not None:
        settings = with_radius(settings, question.radius)
    return only(settings, question.code) if question.code else settings


def looked_at(region: Partnership, question: Question, *, today: date) -> Coverage:
    whole = coverage_of(region, settings_asked(region, question), today=today, school_year=question.school_year or None)
    return part_of(whole, question.municipality, question.own_boards)


def story_of(region: Partnership, question: Question, *, today: date) -> Story:
    """Everything that the report tells who asks this."""
    settings = settings_asked(region, question)
    return Story(
        looked_at(region, question, today=today),
        trend=() if question.municipality else trend_of(region, settings, today=today),
        norms=norms_seen(region, question, today=today),
        signals=counts_by_code(region),
        answers=answers_by_code(region),
        place=question.municipality,
        boards=board_names(question.boards),
        address=f"{site_settings.SITE_ADDRESS}{address_of(question)}",
    )


def norms_seen(region: Partnership, question: Question, *, today: date) -> tuple[NormCheck, ...]:
    """The norms that the region chose beside the schools that are listed."""
    norms = chosen_norms(region, settings_of(region), today=today)
    found = norm_check(region, norms, today=today, school_year=question.school_year)
    return tuple(NormCheck(each.norm, tuple(row for row in each.rows if is_listed(row.site.board_id, question))) for each in found)


def is_listed(board_id: int | None, question: Question) -> bool:
    return not question.boards or board_id in question.boards


def board_names(boards: frozenset[int]) -> tuple[str, ...]:
    """How these boards are called; none for all."""
    return tuple(Board.objects.filter(pk__in=boards).order_by("name").values_list("name", flat=True)) if boards else ()


def address_of(question: Question) -> str:
    """Where the same is to be seen on the screen."""
    asked = in_address(question)
    return reverse("coverage:board") + (f"?{urlencode(asked)}" if asked else "")


def in_address(question: Question) -> dict[str, str]:
    """The question as it stands in every address about coverage, by name; only what it asks."""
    asked = {
        "jaar": question.school_year,
        "gemeente": question.municipality,
        "bestuur": str(question.board or ""),
        "soort": question.code,
        "straal": "" if question.radius is None else f"{question.radius:g}",
    }
    return {name: value for name, value in asked.items() if value}
