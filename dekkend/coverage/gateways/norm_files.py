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
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            raise Refused(say("In dit bestand staan verwijzingen (*). Die leest Dekkend niet; schrijf de regels uit."))
        return yaml.safe_load(text)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise Refused(say("Regel {line} is niet te lezen. Kijk naar inspringen, dubbele punten en haakjes.", line=line)) from None
    except (ValueError, RecursionError):
        raise Refused(say("Dit bestand is niet te lezen. Kijk naar de dagen (2026-08-01) en de haakjes.")) from None
