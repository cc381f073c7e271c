"""Is the form of another region read with nothing but a data file?"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from dekkend.profiles.gateways.templates import template_from
from dekkend.reading.gateways.intake import open_document
from dekkend.reading.gateways.json_shape import reading_to_json
from dekkend.reading.rules.read import read_document
from tests.corpus.judge import judge

FOLDER = Path(__file__).parent / "other_form"


def test_the_form_of_another_region_needs_no_code() -> None:
    form = template_from(FOLDER / "zilverkust.yaml")
    reading = reading_to_json(read_document(open_document(FOLDER / "kwikstaart.txt"), form))
    assert judge(reading, json.loads((FOLDER / "kwikstaart.json").read_text("utf-8"))) == []


def test_a_form_can_be_tried_from_the_command_line() -> None:
    command = [sys.executable, "-m", "dekkend", "read", FOLDER / "kwikstaart.txt", "--template", FOLDER / "zilverkust.yaml", "--json"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert json.loads(done.stdout)["profile"]["template"] == "zilverkust"
