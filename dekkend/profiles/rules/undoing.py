"""Which change of one person is the next to take back, or to do again?"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from dekkend.profiles.words.editing import ChangeKind


@dataclass(frozen=True, slots=True)
class Step:
    """A line of this person's journal: the batch it belongs to, and the batch it takes back or does again."""

    batch: uuid.UUID
    undoes: uuid.UUID | None
    kind: ChangeKind


def to_undo(steps: Iterable[Step]) -> uuid.UUID | None:
    """Of these steps, oldest first, the last that still counts."""
    done, _ = _stacks(steps)
    return done[-1] if done else None


def to_redo(steps: Iterable[Step]) -> uuid.UUID | None:
    """What was taken back last; nothing once something new was done after it."""
    _, undone = _stacks(steps)
    return undone[-1] if undone else None


def _stacks(steps: Iterable[Step]) -> tuple[list[uuid.UUID], list[uuid.UUID]]:
    done: list[uuid.UUID] = []
    undone: list[uuid.UUID] = []
    for step in steps:
        if step.kind is ChangeKind.UNDONE and step.undoes:
            _move(step.undoes, done, undone)
        elif step.kind is ChangeKind.REDONE and step.undoes:
            _move(step.undoes, undone, done)
        elif step.batch not in done:
            done.append(step.batch)
            undone.clear()
    return done, undone


def _move(batch: uuid.UUID, source: list[uuid.UUID], goal: list[uuid.UUID]) -> None:
    if batch in source:
        source.remove(batch)
    if batch not in goal:
        goal.append(batch)
