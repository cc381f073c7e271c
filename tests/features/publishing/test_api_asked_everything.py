"""Does the API keep its own description, whatever a program asks? Schemathesis makes the questions, good ones and bad ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from django.test.client import ClientHandler
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS

from tests.features.publishing.test_api import YEAR, public

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MUST_BE_CHECKED = {
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "positive_data_acceptance",
    "unsupported_method",
}
FEW = settings(
    max_examples=15,
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """The whole application as Django's own test client calls it: it leaves the connection of the test to the database open."""
    response = ClientHandler()(environ)
    start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
    return [response.content]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["good questions", "bad questions"])
def test_every_answer_fits_its_description(site, mode):
    public(site)
    known = {"vestigingscode": site.brin6, "schooljaar": YEAR, "versie": "1", "code": site.partnership.code}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    assert set(CHECKS.get_all_names()) >= MUST_BE_CHECKED
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if mode is GenerationMode.NEGATIVE and not operation.definition.raw["parameters"]:
            continue

        @FEW
        @given(case=operation.as_strategy(generation_mode=mode))
        def every_answer_fits(case) -> None:
            if mode is GenerationMode.POSITIVE:  # a good question is about something that exists
                case.path_parameters.update({name: known[name] for name in case.path_parameters})
            assert case.call_and_validate().status_code == 200 or mode is GenerationMode.NEGATIVE

        every_answer_fits()
        asked += 1
    assert asked >= 8
