"""What stands in the demo's own files, and which story do they tell?"""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dekkend.demo.rules.story import tell
from dekkend.demo.words.story import Sample, Told
from dekkend.profiles.gateways.templates import load_template

DATA = Path(__file__).resolve().parents[1] / "data"
DOCUMENTS = DATA / "documents"


@cache
def facts() -> dict[str, Any]:
    """The made-up region: partnership, places, boards, schools, people."""
    return _parsed("region")


@cache
def story() -> Told:
    """The story of the made-up region; about a tenth of a second the first time."""
    return tell(load_template("haaglanden"), facts(), _parsed("sentences"), _parsed("story")["events"], _parsed("documents")["samples"])


@cache
def said_since() -> dict[str, Any]:
    """What schools of the made-up region said of their offer after it was adopted."""
    told: dict[str, Any] = _parsed("offers")
    return told


@cache
def told_round() -> dict[str, Any]:
    """What the made-up region wrote for all its schools, and how far its round of this year is."""
    told: dict[str, Any] = _parsed("round")
    return told


@cache
def asked_around() -> dict[str, Any]:
    """What made-up schools ask each other without naming a child."""
    told: dict[str, Any] = _parsed("needcards")
    return told


@cache
def said_about_offers() -> dict[str, Any]:
    """What visitors, the support point and schools of the made-up region said about the offer."""
    told: dict[str, Any] = _parsed("signals")
    return told


@cache
def thought_through() -> dict[str, Any]:
    """The scenarios of the made-up region."""
    told: dict[str, Any] = _parsed("scenarios")
    return told


def document(sample: Sample) -> Path:
    return DOCUMENTS / sample.file


def kept_password(folder: Path) -> str:
    """One random password for everyone in this demo, kept beside its database."""
    path = folder / "demo-password"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"zilverkust-{secrets.token_hex(4)}")
        path.chmod(0o600)
    return path.read_text().strip()


def _parsed(name: str) -> Any:
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
