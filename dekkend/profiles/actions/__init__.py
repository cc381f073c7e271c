"""What can a person do with the profile of a school? One transaction each."""

from dekkend.profiles.actions.confirming import confirm, take_over
from dekkend.profiles.actions.journaling import about
from dekkend.profiles.actions.making import copy_forward, correct, make_draft
from dekkend.profiles.actions.overruling import overrule, take_overruling_back
from dekkend.profiles.actions.presence import here
from dekkend.profiles.actions.publishing import adopt_version, freeze_draft, publish_draft, publish_version
from dekkend.profiles.actions.restoring import restore, restore_kept, restore_point
from dekkend.profiles.actions.saving import save_field
from dekkend.profiles.actions.undoing import redo, undo

__all__ = [
    "about",
    "adopt_version",
    "confirm",
    "copy_forward",
    "correct",
    "freeze_draft",
    "here",
    "make_draft",
    "overrule",
    "publish_draft",
    "publish_version",
    "redo",
    "restore",
    "restore_kept",
    "restore_point",
    "save_field",
    "take_over",
    "take_overruling_back",
    "undo",
]
