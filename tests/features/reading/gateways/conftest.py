"""How does a test open bytes as a document?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dekkend.reading.gateways.intake import open_document
from dekkend.reading.words.document import Document
from dekkend.reading.words.result import DocumentRefused


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Document]:
    """Write bytes (or a text, as UTF-8) to a file and open it."""

    def open_bytes(content: bytes | str, name: str = "profiel.txt") -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return open_document(path)

    return open_bytes


@pytest.fixture
def refusal(opened: Callable[..., Document]) -> Callable[..., DocumentRefused]:
    """Open bytes that must be refused, and give the refusal: a Dutch sentence or more, without program text."""

    def refuse(content: bytes | str, name: str = "profiel.txt") -> DocumentRefused:
        with pytest.raises(DocumentRefused) as caught:
            opened(content, name)
        message = caught.value.message
        assert message[0].isupper()
        assert message.endswith(".")
        assert not {"Error", "Traceback", "None", "!"} & set(message.replace(".", " ").split())
        return caught.value

    return refuse
