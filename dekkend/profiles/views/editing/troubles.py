"""How does a form show an answer that could not be stored: refused with a reason, or beside what someone else wrote?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dekkend.profiles.rules.journal import with_unit
from dekkend.profiles.rules.section_form import say_item
from dekkend.profiles.views.editing.filing import Outcome, number, typed_value
from dekkend.profiles.words.editing import Clash, EditRefused
from dekkend.profiles.words.section_form import FormItem

if TYPE_CHECKING:
    from dekkend.profiles.views.editing.desk import DraftScreen


def with_typed(screen: DraftScreen, values: dict[str, Any], path: str) -> dict[str, Any]:
    """These values with what was typed at this path, which is not stored."""
    return with_unit(values, path, typed_value(screen.draft, screen.template, path, screen.request.POST))


def troubled(screen: DraftScreen, item: FormItem, outcome: Outcome | None) -> FormItem:
    """The item with what stands in the way of storing it, starting from what this browser had seen."""
    if not isinstance(outcome, Clash | EditRefused):
        return item
    base = number(screen.request.POST.get(f"base:{item.path}"))
    if isinstance(outcome, EditRefused):
        return replace(item, refused=outcome.message, was="", base=base)
    yours, theirs = (say_item(screen.template, item.path, value) for value in (outcome.yours, outcome.theirs))
    return replace(item, clash=outcome, yours=yours, theirs=theirs, was="", base=base)
