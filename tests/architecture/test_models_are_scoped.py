"""Does every model that belongs to a region or a school refuse to be asked without a scope, also through the back door of a relation?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from dekkend.organisations.models import Board, Partnership, ScopedManager, Site, UnscopedQuery

PACKAGE = Path(__file__).resolve().parents[2] / "dekkend"
PLACES = (Site, Board, Partnership)
# Model: why it may be asked without a scope.
UNSCOPED = {
    "RememberedAnswer": "asked only with the region and the form of a document that is within reach",
}


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("dekkend.")]


def belongs_to_a_place(model: type[models.Model]) -> bool:
    return any(field.related_model in PLACES for field in model._meta.concrete_fields if field.is_relation)


SCOPED = [model for model in own_models() if belongs_to_a_place(model) and model.__name__ not in UNSCOPED]


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_a_model_of_a_place_refuses_an_unscoped_question(model):
    assert isinstance(model.objects, ScopedManager)
    with pytest.raises(UnscopedQuery):
        model.objects.all()


def test_the_exceptions_exist():
    assert set(UNSCOPED) <= {model.__name__ for model in own_models() if belongs_to_a_place(model)}


def test_no_module_walks_back_from_a_place_to_what_belongs_there():
    """`site.memberships.all()` asks without a scope, because Django uses the first manager for it."""
    names = {relation.get_accessor_name() for place in PLACES for relation in place._meta.related_objects} - {None}
    back_door = re.compile(rf"\.({'|'.join(sorted(names))})\.(all|filter|exclude|get|first|last|count|exists|values|iterator|order_by)\b")
    used = {
        f"{path.relative_to(PACKAGE)}: {found.group()}"
        for path in PACKAGE.rglob("*.py")
        for found in back_door.finditer(path.read_text(encoding="utf-8"))
    }
    in_templates = {
        f"{path.relative_to(PACKAGE)}: {found.group()}"
        for path in PACKAGE.rglob("*.html")
        for found in re.finditer(rf"(site|board|partnership|place)\.({'|'.join(sorted(names))})\b", path.read_text(encoding="utf-8"))
    }
    assert used | in_templates == set()
