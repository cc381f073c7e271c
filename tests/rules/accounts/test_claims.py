"""What do the claims of a school login say, and whom do they keep out?"""

import pytest

from dekkend.accounts.rules.claims import LONGEST_NAME, refusal, school_login
from dekkend.accounts.words.school_login import Refusal, SchoolLogin

NAMES = {"given_name": "givenName", "infix": "infix", "family_name": "sn", "email": "mail", "affiliation": "role", "brin": "brin"}


def read(**claims) -> SchoolLogin:
    return school_login(claims, NAMES)


def test_one_text_and_a_list_of_texts_are_read_alike():
    assert read(role="Employee", brin="99zz") == read(role=["employee"], brin=["99ZZ"])


def test_a_name_is_put_together_from_what_is_there():
    assert read(givenName="Noor", infix="van der", sn="Meer").name == "Noor van der Meer"
    assert read(sn="Meer").name == "Meer"
    assert read().name == "Medewerker"
    assert len(read(sn="x" * 500).name) == LONGEST_NAME


@pytest.mark.parametrize("odd", [None, 7, {"a": 1}, [None, 3], ["  "], True])
def test_claims_of_an_odd_kind_count_as_absent(odd):
    login = read(givenName=odd, mail=odd, role=odd, brin=odd)
    assert (login.name, login.email, login.affiliations, login.brin) == ("Medewerker", "", frozenset(), "")


@pytest.mark.parametrize("brin", ["99ZZ", "99ZZ01", " 99zz "])
def test_a_school_and_a_site_are_both_known(brin):
    assert read(brin=brin).brin == brin.strip().upper()


@pytest.mark.parametrize("brin", ["9ZZ", "99ZZ0", "99ZZ012", "ZZ99", "99ZZ%", "99ZZ\n01", ""])
def test_anything_else_is_no_school(brin):
    assert read(brin=brin).brin == ""


@pytest.mark.parametrize(
    ("roles", "brin", "schools", "expected"),
    [
        (["employee"], "99ZZ", ["De Vuursprot"], None),
        (["staff"], "99ZZ01", ["De Vuursprot"], None),
        (["affiliate"], "99ZZ", ["De Vuursprot"], Refusal.NOT_STAFF),
        (["student", "employee"], "99ZZ", ["De Vuursprot"], Refusal.NOT_STAFF),
        ([], "99ZZ", ["De Vuursprot"], Refusal.NOT_STAFF),
        (["employee"], "", [], Refusal.NO_SCHOOL),
        (["employee"], "99ZZ", [], Refusal.UNKNOWN_SCHOOL),
    ],
)
def test_who_is_kept_out_and_why(roles, brin, schools, expected):
    assert refusal(read(role=roles, brin=brin), schools) is expected
