"""Do the school page, the text guard and the commands count with the sizes that an installation sets, and all with the same?"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys

import pytest
from django.utils import timezone

from dekkend.kernel.settings import WrongSetting
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.gateways.exchange import dump_profile
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.findings import check_profile
from dekkend.profiles.words.hours import HoursRules
from tests.corpus.school import vuursprot

DAY = datetime.date(2024, 11, 4)
# Without a period this is more than a full week, and so no answer, unless a day is short.
SIX_DAYS = {"expertise": {"rows": {"remedial_teaching": {"choice": "yes", "note": "6 dagen"}}}}


def test_every_size_is_a_setting() -> None:
    names = ("PART_DAY", "DAY", "FULL_TIME", "SCHOOL_WEEKS")
    written = {f"DEKKEND_HOURS_{name}": value for name, value in zip(names, ("3,5", "7", "36", "38"), strict=True)}
    assert hours_in_force(written) == HoursRules(part_day=3.5, day=7, full_time=36, school_weeks=38)
    assert hours_in_force({}) == HoursRules()


@pytest.mark.parametrize("name", ["PART_DAY", "DAY", "FULL_TIME", "SCHOOL_WEEKS"])
def test_a_size_that_cannot_be_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(WrongSetting, match=f"DEKKEND_HOURS_{name}"):
        hours_in_force({f"DEKKEND_HOURS_{name}": "0"})


@pytest.mark.django_db
def test_the_page_and_the_text_guard_follow_the_setting_together(client, site, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = vuursprot(**SIX_DAYS) | {"school_year": "2024-2025"}
    publish_draft(make_draft(site, profile, evidence={}, source=None, made_by=None, now=timezone.now()), on=DAY)

    def told() -> tuple[float | None, bool]:
        page = client.get(f"/scholen/{site.brin6}/").context["page"]
        line = next(line for line in page.can if line.code == "expertise.remedial_teaching")
        found = check_profile(profile, load_template(), today=DAY, hours=hours_in_force())
        return line.hours.value, ("hours_unclear", "expertise.remedial_teaching") in {(one.code, one.path) for one in found}

    assert told() == (None, True)
    monkeypatch.setenv("DEKKEND_HOURS_DAY", "6")
    assert told() == (36, False)


@pytest.mark.parametrize(
    ("value", "status", "sentence"), [("6", None, ""), ("lang", 2, "DEKKEND_HOURS_DAY is 'lang', en dat moet een getal")]
)
def test_the_check_follows_the_setting_and_says_what_is_wrong_with_it(tmp_path, value: str, status: int | None, sentence: str) -> None:
    path = tmp_path / "profiel.json"
    path.write_bytes(dump_profile(vuursprot(**SIX_DAYS)))
    done = subprocess.run(
        [sys.executable, "-m", "dekkend", "check", "--json", str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"DEKKEND_HOURS_DAY": value},
    )
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert status is None or done.returncode == status
    assert "6 dagen" not in done.stdout  # clear with this size of a day
