"""Which site codes and postcodes are accepted?"""

import pytest

from dekkend.organisations.rules import brin6_problem, postcode_problem


@pytest.mark.parametrize("code", ["99ZA00", "01AB17"])
def test_a_site_code_of_two_digits_two_letters_two_digits_is_accepted(code):
    assert brin6_problem(code) == ""


@pytest.mark.parametrize("code", ["", "99ZA", "99za00", "99ZA000", "9ZZA00", "99ZA0O", " 99ZA00", "99ZA00\n"])
def test_anything_else_is_refused_with_an_example(code):
    assert "99ZZ00" in brin6_problem(code)


@pytest.mark.parametrize("code", ["9999 ZA", "9999ZA"])
def test_a_postcode_with_or_without_a_space_is_accepted(code):
    assert postcode_problem(code) == ""


@pytest.mark.parametrize("code", ["0999 ZA", "9999", "9999 za", "99999 ZA"])
def test_a_postcode_of_another_shape_is_refused(code):
    assert postcode_problem(code)
