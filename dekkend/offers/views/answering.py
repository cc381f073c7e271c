"""Which screen opens from the link in the mail, so that a school confirms its offer in five minutes without logging in?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from dekkend.offers.actions import asking
from dekkend.offers.models import Ask
from dekkend.offers.queries import answered_by, offers_of, said_through
from dekkend.offers.rules.standing import claimed
from dekkend.offers.words import Refused
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class Answer(Screen):
    """Opening it changes nothing: mail scanners open links too. Each click is one answer, and can be undone.

    Whoever has the link sees the public offer of one school and nothing about any person.
    """

    access = Access.PUBLIC
    template_name = "offers/answer.html"

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        try:
            asked = self.opened(token)
        except Refused as why:
            return self.refuse(why)
        return self.closed(self.render(self.context(asked, token)))

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        key, what = request.POST.get("aanbod", "")[:100], request.POST.get("antwoord", "")[:20]
        try:
            asking.answer(token, key, what, today=request.today, now=timezone.now())  # type: ignore[attr-defined]
        except Refused as why:
            if not self.is_open(token):
                return self.refuse(why)
            messages.warning(request, str(why))
        return self.closed(redirect("offers:answer", token))

    def opened(self, token: str) -> Ask:
        return asking.opened(token, today=self.request.today, now=timezone.now())  # type: ignore[attr-defined]

    def is_open(self, token: str) -> bool:
        try:
            self.opened(token)
        except Refused:
            return False
        return True

    def context(self, asked: Ask, token: str) -> dict[str, Any]:
        offers = claimed(offers_of(asked.site, today=self.request.today))  # type: ignore[attr-defined]
        answered, mine = answered_by(asked), said_through(asked)
        return {
            "site": asked.site,
            "token": token,
            "open": [offer for offer in offers if offer.claim.key not in answered],
            "answered": [(offer, offer.claim.key in mine) for offer in offers if offer.claim.key in answered],
            "total": len(offers),
            "count": sum(offer.claim.key in answered for offer in offers),
            "until": timezone.localdate(asked.expires_at),
        }

    def refuse(self, why: Refused) -> HttpResponse:
        return self.closed(self.render({"why": str(why)}, status=404, template="offers/no_link.html"))

    @staticmethod
    def closed(response: HttpResponse) -> HttpResponse:
        """The link stays here: no other site learns it, no search engine lists it, no shared computer keeps it.

        Not "no-referrer": a browser then says nothing of where a form came from, and the check on that refuses it.
        """
        response["Referrer-Policy"], response["X-Robots-Tag"], response["Cache-Control"] = "same-origin", "noindex", "no-store"
        return response
