"""How does a journey go from page to page as a person does: only by what the page it is on leads to?"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.test import Client


class Page(HTMLParser):
    """One page: its text, and where each link and each form leads."""

    def __init__(self, address: str, html: str) -> None:
        super().__init__()
        self.address, self.html, self.text = address, html, ""
        self.links: list[list[str]] = []
        self.forms: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append([given["href"] or "", ""])
            self._inside = True
        if tag == "form":
            self.forms.append(given.get("action") or self.address)

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "a"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._inside:
            self.links[-1][1] += data


class Walk:
    """Someone with a browser; `page` is where they are now."""

    def __init__(self, client: Client, start: str) -> None:
        self.client = client
        self.page = self.open(start)

    def open(self, address: str) -> Page:
        shown = self.client.get(address, follow=True)
        assert shown.status_code == 200, f"{address}: {shown.status_code}"
        self.page = Page(shown.request["PATH_INFO"] if shown.redirect_chain else address, shown.content.decode())
        return self.page

    def follow(self, words: str) -> Page:
        """The first link on this page with these words."""
        found = [href for href, text in self.page.links if words in " ".join(text.split())]
        assert found, f"no link '{words}' on {self.page.address}"
        return self.open(found[0].partition("#")[0] or self.page.address)

    def send(self, part: str, **given: Any) -> Page:
        """The form on this page of which the address has this part in it."""
        found = [action for action in self.page.forms if part in action]
        assert found, f"no form to '{part}' on {self.page.address}"
        shown = self.client.post(found[0], given, follow=True)
        assert shown.status_code == 200, f"{found[0]}: {shown.status_code}"
        self.page = Page(shown.request["PATH_INFO"], shown.content.decode())
        return self.page
