"""Does `dekkend restore` say when a copy was made, in words?"""

import pytest

from dekkend.config.commands.restore import _moment


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-11-22T08:04:20.344809+00:00", "22 november 2026, 09.04 uur"),
        ("2026-07-01T22:30:00+00:00", "2 juli 2026, 00.30 uur"),
        ("gisteren", "gisteren"),
    ],
)
def test_the_moment_of_a_copy_is_said_by_the_dutch_clock(written, said):
    assert _moment(written) == said
