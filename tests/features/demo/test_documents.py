"""Do the documents of the demo say what the story says, and are they read as the demo promises?"""

from __future__ import annotations

import pytest

from dekkend.demo.gateways.files import DOCUMENTS, document, story
from dekkend.demo.words.story import Sample
from dekkend.kernel.bsn import find_bsn
from dekkend.profiles.gateways.templates import load_template
from dekkend.reading.gateways.intake import open_document
from dekkend.reading.gateways.json_shape import reading_to_json
from dekkend.reading.rules.read import read_document
from dekkend.reading.words.result import DocumentRefused
from tests.corpus.judge import differences
from tests.rendering.expected import expected_reading
from tests.rendering.make_demo_documents import profile_of, style_of

FORM = load_template("haaglanden")
SAMPLES = story().samples


def test_the_folder_holds_exactly_the_documents_of_the_story():
    assert {path.name for path in DOCUMENTS.iterdir()} == {sample.file for sample in SAMPLES}
    assert len(SAMPLES) >= 12
    assert len({sample.how for sample in SAMPLES}) >= 8


@pytest.mark.parametrize("sample", [sample for sample in SAMPLES if sample.becomes != "refused"], ids=lambda sample: sample.file)
def test_a_document_says_what_the_story_says_or_is_doubted(sample: Sample):
    reading = reading_to_json(read_document(open_document(document(sample)), FORM))
    expected = expected_reading(FORM, profile_of(sample), style_of(sample))
    faults = [str(fault) for fault in differences(reading, expected) if fault.unforgivable]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("sample", [sample for sample in SAMPLES if sample.becomes == "refused"], ids=lambda sample: sample.file)
def test_a_document_that_cannot_be_read_is_refused_with_a_sentence(sample: Sample):
    with pytest.raises(DocumentRefused) as refused:
        read_document(open_document(document(sample)), FORM)
    assert refused.value.message.endswith(".")


def test_the_number_that_must_not_be_stored_is_in_one_document_only_and_in_no_profile():
    quarantined = [sample for sample in SAMPLES if sample.becomes == "quarantined"]
    assert len(quarantined) == 1
    assert find_bsn(str(profile_of(quarantined[0])))
    assert not find_bsn(str(story().profiles))
