"""How does the support catalogue on disk become a `Catalogue`?"""

from __future__ import annotations

import functools
from importlib import resources
from typing import Any

import yaml

from dekkend.profiles.words.catalogue import Catalogue, Domain, OfferBlock, SupportItem

DATA = resources.files("dekkend.profiles") / "data"


@functools.lru_cache(maxsize=1)
def load_catalogue() -> Catalogue:
    """The catalogue. A malformed file raises `TypeError`, `KeyError` or `ValueError` at once."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw = yaml.load((DATA / "catalogue.yaml").read_text("utf-8"), Loader=loader)  # noqa: S506 - both loaders are the safe ones
    items = tuple(_item(item) for item in raw["items"])
    if len({item.code for item in items}) < len(items):
        raise ValueError("a code stands twice in the catalogue")
    domains = tuple(Domain(code, **words) for code, words in raw["domains"].items())
    return Catalogue(items, domains, {name: OfferBlock(**block) for name, block in raw["blocks"].items()})


def _item(raw: dict[str, Any]) -> SupportItem:
    return SupportItem(**{**raw, "aliases": tuple(str(alias) for alias in raw.get("aliases", ()))})
