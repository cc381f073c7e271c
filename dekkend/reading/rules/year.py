"""For which school year was this profile written?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dekkend.kernel.school_years import FoundSchoolYear, find_school_years
from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Template
from dekkend.reading.rules.fact_reading import FactReading
from dekkend.reading.rules.outline import Outline
from dekkend.reading.words.document import Line
from dekkend.reading.words.result import Certainty

TOP = 60  # lines from the top in which a school year in a title counts


def read_year(lines: Sequence[Line], outlined: Outline, template: Template) -> FactReading | None:
    """The school year behind one of the form's own phrases; else the one in the title, which is not certain."""
    strong = template.school_year_after[:-1]
    found = list(_behind(lines, strong)) or list(_behind(lines[:TOP], template.school_year_after[-1:]))
    if found:
        return _judge(found, "")
    titled = [(line, year) for line in lines[:TOP] for year in find_school_years(line.text) if len(line.text.split()) <= 12]
    return _judge(titled[:1], say("het schooljaar staat alleen in een titel")) if titled else None


def _behind(lines: Sequence[Line], cues: Sequence[str]) -> Iterator[tuple[Line, FoundSchoolYear]]:
    for at, line in enumerate(lines):
        follow = next((other.text for other in lines[at + 1 : at + 3] if not other.blank), "")
        text = f"{line.text} {follow}"
        for cue in cues:
            match = re.search(rf"{re.escape(cue)}\s+", text, re.IGNORECASE)
            if not match or match.start() >= len(line.text):
                continue
            year = next((y for y in find_school_years(text) if 0 <= y.start - match.end() <= 4), None)
            if year:
                yield line, year
                break


def _judge(found: Sequence[tuple[Line, FoundSchoolYear]], why: str) -> FactReading:
    line, year = found[0]
    different = {str(other.year) for _, other in found}
    if len(different) > 1:
        why = say("er staan verschillende schooljaren in het document")
    elif year.assumed and not why:
        why = say("de eeuw staat er niet bij")
    certainty = Certainty.UNSURE if len(different) > 1 else Certainty.LIKELY if why else Certainty.CERTAIN
    readings = tuple((str(other.year), other_line.text) for other_line, other in found) if len(different) > 1 else ()
    return FactReading("school_year", str(year.year), line.text, line, certainty, why, readings)
