"""How does the report become a file, in the language of who asked for it?"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from django.utils import translation

from dekkend.coverage.rules.report import Story, report
from dekkend.coverage.rules.report_maps import pictures
from dekkend.publishing.gateways.formats import FORMATS
from dekkend.publishing.rules.letters import retold
from dekkend.publishing.words.paper import Paper
from dekkend.ui.translation import translated

ENGLISH: Literal["en"] = "en"


def composed(story: Story, language: str) -> Paper:
    """The report. Its own sentences are told in this language; names, and what people wrote, stay as they are."""
    paper = report(story)
    if language != ENGLISH:
        return paper
    with translation.override(language):
        return replace(retold(paper, translated), lang=ENGLISH, on=paper.on)


def written(story: Story, suffix: str, language: str) -> bytes:
    """Raises KeyError for a format that does not exist."""
    return FORMATS[suffix].write(composed(story, language), pictures(story.coverage))


def media_type(suffix: str) -> str:
    return FORMATS[suffix].media_type
