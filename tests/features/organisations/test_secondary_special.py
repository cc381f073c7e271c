"""Do schools that were taken over as special education become what the register says they are?"""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from dekkend.register.models import RegisterSite
from tests.factories.organisations import a_site

pytestmark = pytest.mark.django_db


def test_a_school_with_only_secondary_special_education_gets_its_own_kind_and_loses_it_again(site):
    change = import_module("dekkend.organisations.migrations.0004_secondary_special")
    both = a_site(site.partnership, name="De Tweesprong", kind="special")
    secondary = a_site(site.partnership, name="De Overloop", kind="special")
    for each, kind in ((both, "SO/VSO"), (secondary, "VSO")):
        RegisterSite.objects.create(brin6=each.brin6, name=each.name, kind=kind)
    change.name_them(apps, None)
    both.refresh_from_db()
    secondary.refresh_from_db()
    assert (both.kind, secondary.kind) == ("special", "secondary_special")
    change.name_them_special(apps, None)
    secondary.refresh_from_db()
    assert secondary.kind == "special"
