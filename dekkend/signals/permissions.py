"""Who may read and answer reports, write down what a region hears, and answer for a board?"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from dekkend.kernel.sentences import say
from dekkend.organisations.models import Board, Partnership
from dekkend.organisations.permissions import has_role, reaches_site
from dekkend.organisations.queries import board_regions
from dekkend.organisations.words import Level, Role, Scope
from dekkend.signals.models import Signal
from dekkend.signals.words import OWNERS, REGION

NOT_YOURS = say("Alleen de school zelf leest haar meldingen, en haar bestuur als er te lang geen antwoord komt.")

# Which ones is decided by the scope of the query: a school its own, a board those that it was told of.
may_read_reports = has_role(*OWNERS, Role.BOARD)
may_see = has_role(*OWNERS, Role.BOARD, *REGION)
may_see_region = has_role(Role.BOARD, *REGION)
may_write_notes = has_role(*REGION)
may_answer_for_board = has_role(Role.BOARD)


def may_read(scope: Scope, signal: Signal) -> bool:
    if reaches_site.test(scope.only(*OWNERS), signal.site):
        return True
    return signal.board_told_on is not None and reaches_site.test(scope.only(Role.BOARD), signal.site)


def require_reading(scope: Scope, signal: Signal) -> None:
    if not may_read(scope, signal):
        raise PermissionDenied(NOT_YOURS)


def may_write_for(scope: Scope, partnership: Partnership) -> bool:
    """This person works for the region itself."""
    return partnership.pk in scope.only(*REGION).ids(Level.PARTNERSHIP)


def may_answer_in(scope: Scope, board: Board, partnership: Partnership) -> bool:
    """This person sits in the board, and the board has a school in the region."""
    return board.pk in scope.only(Role.BOARD).ids(Level.BOARD) and partnership.pk in board_regions([board.pk])[board.pk]
