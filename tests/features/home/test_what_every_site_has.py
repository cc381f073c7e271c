"""Does the site say how accessible it is, whom to tell about a leak, and what robots may see?"""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from dekkend.home.gateways import accessibility_statement

pytestmark = pytest.mark.django_db


def test_each_known_fault_stands_on_the_page_with_all_its_parts(client):
    page = client.get("/toegankelijkheid/").content.decode()
    for finding in accessibility_statement().findings:
        assert all(part in page for part in (finding.what, finding.criterion, finding.consequence, finding.measure))


def test_every_criterion_is_one_of_wcag_and_every_measure_has_a_day_after_the_test():
    statement = accessibility_statement()
    for finding in statement.findings:
        assert re.fullmatch(r"alle|\d\.\d\.\d{1,2}(, \d\.\d\.\d{1,2})*", finding.criterion)
        assert isinstance(finding.by, date)
        assert finding.by > statement.tested_on


def test_every_page_leads_to_it(client):
    assert reverse("home:accessibility") in client.get("/").content.decode()


def test_whom_to_tell_about_a_leak_is_a_setting(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "lek@dekkend.example"
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Contact: mailto:lek@dekkend.example" in answer.content.decode()
    assert "Canonical: http://testserver/.well-known/security.txt" in answer.content.decode()


def test_robots_are_told(client):
    assert client.get("/robots.txt").content.decode().startswith("User-agent: *")
