"""Does a document print no label without a fact behind it, in every format?"""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pypdfium2
import pytest

from dekkend.profiles.gateways.templates import load_template
from dekkend.publishing.gateways.formats import FORMATS
from dekkend.publishing.rules.form_document import form_document
from dekkend.publishing.words.edition import Edition
from tests.corpus.school import vuursprot

FORM = load_template("haaglanden")
NAMES = {"drafted_by": None, "advised_by": None, "adopted_by": None}
NOTHING = {"school": None, "adoption": None, "related_documents": None}


def shown(suffix: str, **blocks: Any) -> str:
    edition = Edition("De Vuursprot", "2026-2027", vuursprot(**blocks)["values"], "2026-09-01")
    content = FORMATS[suffix].write(form_document(FORM, edition), {})
    if suffix == "pdf":
        return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(io.BytesIO(content)))
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode() if suffix == "docx" else content.decode()


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_name_that_is_left_out_takes_its_label_along(suffix: str) -> None:
    whole, without = shown(suffix), shown(suffix, adoption=NAMES)
    for label in ("Directeur:", "Voorzitter MR:", "Voorzitter bestuur:"):
        assert label in whole
        assert label not in without
    assert "4 november 2024" in without, "the days stay"


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_school_of_which_nothing_is_known_has_no_empty_table(suffix: str) -> None:
    without = shown(suffix, **NOTHING)
    assert "Algemene gegevens" in without
    assert "Schoolgids en schoolplan" not in without
