"""Is every document of the corpus read as its expected JSON says, and is nothing wrong ever called certain?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dekkend.profiles.gateways.templates import load_template
from dekkend.reading.gateways.intake import open_document
from dekkend.reading.gateways.json_shape import reading_to_json
from dekkend.reading.rules.read import read_document
from dekkend.reading.words.result import DocumentRefused
from tests.corpus.judge import Fault, differences, judge
from tests.corpus.list_of_items import ITEMS as DEFINED
from tests.corpus.list_of_items import NOT_YET
from tests.corpus.make import Item, document

ITEMS = Path(__file__).parent / "items"
DOCUMENTS = sorted(path for path in ITEMS.iterdir() if path.suffix != ".json")


def read(path: Path) -> dict[str, Any]:
    return reading_to_json(read_document(open_document(path), load_template("haaglanden")))


def told(faults: list[Fault]) -> str:
    return "".join(f"\n  {fault}" for fault in faults)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_of_the_corpus_is_read_as_expected(document: Path) -> None:
    expected = json.loads(document.with_suffix(".json").read_text("utf-8"))
    if "refused" in expected:
        with pytest.raises(DocumentRefused) as refused:
            read(document)
        assert refused.value.code == expected["refused"]
        return
    reading = read(document)
    unforgivable = [fault for fault in differences(reading, expected) if fault.unforgivable]
    assert not unforgivable, "wrong and called certain:" + told(unforgivable)
    faults = judge(reading, expected)
    assert not faults, expected["about"] + told(faults)


@pytest.mark.parametrize("name", ["sop-de-ontmoeting-2023", "sop-og-heldring-2023"])
def test_a_seed_is_read_as_expected(shared: Path, name: str) -> None:
    expected = json.loads((shared / "seeds" / "expected" / f"{name}.json").read_text("utf-8"))
    faults = judge(read(shared / "seeds" / f"{name}.txt"), expected)
    assert not faults, told(faults)


def test_every_document_has_its_expected_reading_and_is_in_the_list() -> None:
    listed = {item.file for item in DEFINED if item.name not in NOT_YET}
    assert {path.name for path in DOCUMENTS} == listed
    assert {path.stem for path in ITEMS.glob("*.json")} == {Path(name).stem for name in listed}


@pytest.mark.parametrize("item", [item for item in DEFINED if item.kind == "txt"], ids=lambda item: item.name)
def test_a_text_of_the_corpus_is_what_its_maker_makes(item: Item) -> None:
    if item.name not in NOT_YET:
        assert document(item) == (ITEMS / item.file).read_bytes()
