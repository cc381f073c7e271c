"""What stands in a file with a norm? Hostile until it is checked: small, plain YAML without objects."""

from __future__ import annotations

from typing import Any

import yaml

from dekkend.coverage.rules.norm_file import norm_from
from dekkend.coverage.words.settings import Refused
from dekkend.kernel.sentences import say
from dekkend.offers.words import Norm
from dekkend.profiles.gateways.catalogue import load_catalogue

MOST_BYTES = 100_000
DEEPEST = 20  # lists in lists; a norm has four
OPENING = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken, yaml.BlockSequenceStartToken, yaml.BlockMappingStartToken)
CLOSING = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken, yaml.BlockEndToken)


def read_norm(data: bytes) -> Norm:
    """The norm in this file. Raises Refused with what is wrong and where."""
    if len(data) > MOST_BYTES:
        raise Refused(say("Dit bestand is te groot voor een norm. Een norm is tekst van hoogstens 100 kB."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(say("Dit bestand is geen tekst in UTF-8. Bewaar het opnieuw als tekst.")) from None
    return norm_from(_plain(text), load_catalogue())


def _plain(text: str) -> Any:
    try:
        _look_over(text)
        return yaml.safe_load(text)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        raise Refused(_not_read(mark.line + 1 if mark else 1)) from None
    except (ValueError, RecursionError):
        raise Refused(say("Dit bestand is niet te lezen. Kijk naar de dagen (2026-08-01) en de haakjes.")) from None


def _look_over(text: str) -> None:
    """Raises Refused for what no norm needs: references, and tags and depths over which the library itself falls or stays busy."""
    depth = 0
    for token in yaml.scan(text):
        depth += isinstance(token, OPENING) - isinstance(token, CLOSING)
        if isinstance(token, yaml.AliasToken):
            raise Refused(say("In dit bestand staan verwijzingen (*). Die leest Dekkend niet; schrijf de regels uit."))
        if isinstance(token, yaml.TagToken) or depth > DEEPEST:
            raise Refused(_not_read(token.start_mark.line + 1))


def _not_read(line: int) -> str:
    return say("Regel {line} is niet te lezen. Kijk naar inspringen, dubbele punten en haakjes.", line=line)
