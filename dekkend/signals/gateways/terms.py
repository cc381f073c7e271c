"""After how many days is a school reminded of a report, does its board read along, and are texts thrown away?"""

from __future__ import annotations

import os
from collections.abc import Mapping

from dekkend.kernel.sentences import say
from dekkend.kernel.settings import WrongSetting, whole_setting
from dekkend.signals.words import Terms

_USUAL = Terms()


def terms_in_force(environment: Mapping[str, str] = os.environ) -> Terms:
    """From the `DEKKEND_SIGNALS_...` variables. Raises WrongSetting."""

    def days(name: str, usual: int, most: int) -> int:
        return whole_setting(environment, name, usual, least=1, most=most)

    terms = Terms(
        remind=days("DEKKEND_SIGNALS_REMIND_DAYS", _USUAL.remind, 90),
        board=days("DEKKEND_SIGNALS_BOARD_DAYS", _USUAL.board, 180),
        kept=days("DEKKEND_SIGNALS_KEPT_DAYS", _USUAL.kept, 365),
        longest=days("DEKKEND_SIGNALS_LONGEST_DAYS", _USUAL.longest, 730),
    )
    if terms.board <= terms.remind:
        raise WrongSetting(
            say(
                "DEKKEND_SIGNALS_BOARD_DAYS is {board}, en dat moet meer zijn dan DEKKEND_SIGNALS_REMIND_DAYS ({remind}). "
                "Eerst wordt de school herinnerd. Pas een van beide aan.",
                board=terms.board,
                remind=terms.remind,
            )
        )
    return terms
