"""Do the words of the open data cover all of ours, and do its rules say what they must, without a database?"""

from __future__ import annotations

import pytest

from dekkend.offers.words import Availability
from dekkend.organisations.words import Kind
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.publishing.gateways.offers_csv import OFFER, SITE, as_csv
from dekkend.publishing.rules import hsds
from dekkend.publishing.rules.problems import MOST_NAME, problem, strange_keys
from dekkend.publishing.words.open_data import KINDS, LICENCES, RELEASES, STATES


def test_every_kind_of_school_and_every_state_has_its_word():
    assert set(KINDS) == {kind.value for kind in Kind}
    assert set(STATES) == {state.value for state in Availability}
    assert set(hsds.STATUS) == set(Availability)


def test_releases_stand_newest_first():
    numbers = [tuple(map(int, release.version.split("."))) for release in RELEASES]
    assert numbers == sorted(numbers, reverse=True)
    assert all(licence.address.startswith("https://") for licence in LICENCES.values())


@pytest.mark.parametrize("status", [400, 403, 404, 405, 406, 409, 412, 413, 414, 418, 429, 500, 502, 503])
def test_every_status_becomes_a_problem_with_a_sentence(status):
    told = problem(status)
    assert told["status"] == status
    assert told["detail"].endswith(".")


def test_a_strange_name_is_not_repeated_whole():
    fault = strange_keys({"x" * 5000: 1}, ("pagina",))[0]
    assert len(fault["name"]) == MOST_NAME
    assert "pagina" in fault["detail"]


def test_identifiers_differ_by_kind_and_are_the_same_each_time():
    assert hsds.identifier("location", "99ZZ00") == hsds.identifier("location", "99ZZ00")
    assert len({hsds.identifier(kind, "99ZZ00") for kind in ("location", "address", "service")}) == 3


def test_every_term_is_there_once_and_stands_under_a_term_that_exists():
    terms = hsds.terms(load_catalogue())
    keys = [term["id"] for term in terms]
    assert len(set(keys)) == len(keys)
    assert {term["parent_id"] for term in terms if "parent_id" in term} <= set(keys)
    assert {term["taxonomy_id"] for term in terms} == {each["id"] for each in hsds.taxonomies()}


@pytest.mark.parametrize(("number", "found"), [(1, [0, 1]), (2, [2]), (3, [])])
def test_a_page_says_where_it_stands(number, found):
    rows, told = hsds.page([0, 1, 2], number, 2)
    assert list(rows) == found
    assert told["total_pages"] == 2
    assert told["last_page"] == (number >= 2)
    assert told["empty"] == (not found)


def test_a_table_opens_in_a_dutch_spreadsheet_and_holds_no_formula():
    row = dict.fromkeys((*SITE, *OFFER)) | {"naam": "De Zee; en meer", "uren_per_week": 2.5, "toelichting": "=1+1"}
    head, line, _ = as_csv([row]).decode("utf-8-sig").split("\r\n")
    assert head.startswith("vestigingscode;naam;")
    assert "urenPerWeek" in head
    assert '"De Zee; en meer"' in line
    assert ";2,5;" in line
    assert "'=1+1" in line
