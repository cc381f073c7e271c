"""Until when does a finding stay set aside? Until the answer changes that it was about."""

from __future__ import annotations

import hashlib
from typing import Any

from dekkend.profiles.rules.items import item_of, value_of
from dekkend.profiles.rules.paths import UnknownPath, block_of
from dekkend.profiles.rules.values import canonical_json
from dekkend.profiles.words.template import Template

EVERYTHING = "0" * 64  # of a finding that is about no answer in particular


def text_behind(template: Template, values: dict[str, Any], path: str) -> str:
    """The fingerprint of the answer at `path`: of its item, else of its whole block."""
    try:
        answer = value_of(values, item_of(template, path))
    except UnknownPath:
        answer = values.get(_block(path))
        if answer is None:
            return EVERYTHING
    return hashlib.sha256(canonical_json({"answer": answer})).hexdigest()


def _block(path: str) -> str:
    try:
        return block_of(path)
    except UnknownPath:
        return ""
