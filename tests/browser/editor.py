"""How does a test find its way in the editor: the parts, the fields, and what was stored?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from dekkend.profiles.models import ProfileDraft

YEAR = "2025-2026"
SAVED = "Bewaard"


def part(site: Any, name: str, year: str = YEAR) -> str:
    return f"/scholen/aanbod/{site.brin6}/{year}/deel/{name}/"


def field(page: Page, name: str) -> Any:
    return page.locator(f'[name="{name}"]')


def saved(page: Page) -> None:
    expect(page.locator("[data-line-text]")).to_contain_text(SAVED)


def eventually(page: Page, is_so: Callable[[], bool]) -> None:
    """Within five seconds this is so in the database."""
    for _ in range(50):
        if is_so():
            return
        page.wait_for_timeout(100)
    assert is_so()


def limits(draft: ProfileDraft) -> list[str]:
    return [row["text"] for row in values(draft)["limits"]]


def values(draft: ProfileDraft) -> dict[str, Any]:
    return ProfileDraft.anywhere.get(pk=draft.pk).values
