"""Is a number that somebody set used as it was meant, and a wrong one refused with a sentence?"""

from __future__ import annotations

import pytest

from dekkend.kernel.settings import WrongSetting, number_setting, whole_setting


@pytest.mark.parametrize(("text", "value"), {"": 4, "  ": 4, "3": 3, " 3,5 ": 3.5, "3.5": 3.5}.items())
def test_a_number_is_read_with_a_dot_or_a_comma_and_empty_is_the_default(text: str, value: float) -> None:
    assert number_setting({"DEKKEND_X": text}, "DEKKEND_X", 4, least=1, most=12) == value


def test_a_setting_that_is_absent_is_the_default() -> None:
    assert number_setting({}, "DEKKEND_X", 4, least=1, most=12) == 4


@pytest.mark.parametrize("text", ["veel", "0", "-3", "13", "nan", "inf", "1e999"])
def test_what_cannot_be_used_is_refused_with_its_name_and_its_bounds(text: str) -> None:
    with pytest.raises(WrongSetting, match=r"^DEKKEND_X is .* getal van 1 tot en met 12 zijn\. Pas de instelling aan\.$"):
        number_setting({"DEKKEND_X": text}, "DEKKEND_X", 4, least=1, most=12)


def test_a_count_is_a_whole_number() -> None:
    assert whole_setting({"DEKKEND_X": "3"}, "DEKKEND_X", 4, least=1, most=12) == 3
    with pytest.raises(WrongSetting, match="heel getal"):
        whole_setting({"DEKKEND_X": "3,5"}, "DEKKEND_X", 4, least=1, most=12)
