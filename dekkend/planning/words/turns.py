"""What can happen to one place for one kind of support in a scenario?"""

from __future__ import annotations

from dekkend.kernel.labels import Label


class Turn(Label):
    """What happens to one place for one kind, the worst first."""

    LOST = "weg", "Niet meer dichtbij"
    FRAGILE = "kwetsbaar", "Nog maar één school"
    UNSURE = "anders", "Meer of minder zeker"
    FIRMER = "steviger", "Niet meer één school"
    GAINED = "erbij", "Dan wel dichtbij"
