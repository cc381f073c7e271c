"""On which day is someone reminded of a report, does the board read along, and does the text go?"""

from __future__ import annotations

from datetime import date, timedelta

from dekkend.signals.words import Terms


def reminded_before(today: date, terms: Terms) -> date:
    """Reports of this day or earlier are old enough to remind the school of."""
    return today - timedelta(days=terms.remind)


def board_before(today: date, terms: Terms) -> date:
    return today - timedelta(days=terms.board)


def closed_before(today: date, terms: Terms) -> date:
    """What was closed on this day or earlier was kept long enough: on the day itself it still is."""
    return today - timedelta(days=terms.kept + 1)


def lapsed_before(today: date, terms: Terms) -> date:
    return today - timedelta(days=terms.longest + 1)


def answer_by(made_on: date, terms: Terms) -> date:
    """The last day before the board reads along."""
    return made_on + timedelta(days=terms.board)
