"""What can a button beside a field do, other than save it? Each raises EditRefused, with a sentence, for what cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext

from dekkend.profiles.actions import confirm, overrule, undo
from dekkend.profiles.rules.items import OWN_ROWS, items, value_of
from dekkend.profiles.rules.naming import title_of
from dekkend.profiles.rules.paths import block_of
from dekkend.profiles.views.editing.filing import put
from dekkend.profiles.words.editing import EditRefused, Undone

if TYPE_CHECKING:
    from dekkend.profiles.views.editing.desk import DraftScreen


def take_last(screen: DraftScreen, path: str) -> None:
    """Last year's answer becomes this year's."""
    value = last_value(screen, path)
    outcome = put(screen.draft, path, value, base=screen.draft.revision, by=screen.request.user, now=timezone.now())
    if isinstance(outcome, EditRefused):
        raise outcome


def last_value(screen: DraftScreen, path: str) -> Any:
    values = screen.before.values if screen.before else {}
    if path.endswith(f".{OWN_ROWS}"):
        return (values.get(block_of(path)) or {}).get(OWN_ROWS) or []
    item = next((item for item in items(screen.template) if item.path == path), None)
    if item is None:
        raise EditRefused(gettext("Dit veld staat niet op het formulier. Laad de pagina opnieuw."), path)
    return value_of(values, item)


def confirm_items(screen: DraftScreen, about: str) -> None:
    """One item, or everything in a part that still has to be confirmed."""
    part = next((part for part in screen.parts if about in ("*", part.id)), None)
    chosen = paths_to_confirm(screen, about) if part is None else paths_in_part(screen, part)
    confirm(screen.draft, chosen, by=screen.request.user, now=timezone.now())


def paths_to_confirm(screen: DraftScreen, path: str) -> list[str]:
    return [known for known in screen.draft.standing if known == path or known.startswith(f"{path}[")]


def paths_in_part(screen: DraftScreen, part: Any) -> list[str]:
    blocks = {block.id for block in part.blocks}
    return [path for path, entry in screen.draft.standing.items() if entry.get("open") and block_of(path) in blocks]


def leave_as_it_is(screen: DraftScreen, key: str) -> None:
    """A finding that someone looked at; the reason stands beside it from then on."""
    overrule(screen.draft, key, screen.request.POST.get(f"reason:{key}", ""), by=screen.request.user, now=timezone.now())


def undo_last(screen: DraftScreen, _: str) -> None:
    undone = undo(screen.draft, by=screen.request.user, now=timezone.now())
    tell(screen, gettext("Ongedaan gemaakt: {what}. Doet u dit nog een keer, dan gaat u verder terug."), undone)


def tell(screen: DraftScreen, sentence: str, undone: Undone) -> None:
    what = ", ".join(dict.fromkeys(title_of(screen.template, path) for path in undone.paths))
    messages.success(screen.request, sentence.format(what=what))


def nothing(_: DraftScreen, __: str) -> None:
    """To take over what someone else wrote, nothing has to be stored: it stands there."""


DEEDS: dict[str, Callable[[Any, str], None]] = {
    "stay": nothing,
    "keep": nothing,
    "theirs": nothing,
    "take": take_last,
    "confirm": confirm_items,
    "leave": leave_as_it_is,
    "undo": undo_last,
}
