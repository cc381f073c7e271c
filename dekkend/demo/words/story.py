"""What happens in the made-up region that is worth a look?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dekkend.demo.words.region import Region


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens to one school; without a title it only prepares another event.

    `years` are the school years in which the changes hold. `changes` maps paths of a profile to what stands there: a row (choice and
    note), a fact, a text, or lines to add to a list. `hands_in` False means that the school has no public profile in those years.
    `finding` is the code of what the text guard says about it, if any.
    """

    code: str
    school: str
    years: tuple[str, ...]
    changes: dict[str, Any]
    title: str = ""
    what: str = ""
    look: str = ""
    hands_in: bool = True
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """A document that the demo reads. `school` and `year` say whose profile it shows, as does `how` in which way it was made.

    `changes` are paths of the profile that say something else in this document only; `style` are habits of whoever filled it in. `becomes`
    is what the reader makes of it, a code of `reading.words.states.State`; `lesson` says in Dutch what to see.
    """

    file: str
    school: str
    year: str
    how: str
    becomes: str
    lesson: str
    changes: dict[str, Any] = field(default_factory=dict)
    style: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """The whole story. `profiles` by site code and school year; `late` are those of them that nobody handed in."""

    region: Region
    events: tuple[Event, ...]
    samples: tuple[Sample, ...]
    profiles: dict[tuple[str, str], dict[str, Any]]
    late: frozenset[tuple[str, str]]

    def as_documents(self) -> set[tuple[str, str]]:
        """Which profiles only exist as a document that is still to be read."""
        return {(self.region.school(sample.school).brin6, sample.year) for sample in self.samples if sample.school}
