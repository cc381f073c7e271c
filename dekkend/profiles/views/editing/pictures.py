"""Which screens take in the picture of a question, show it, and take it away? Judged by its content, never by its name."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

from dekkend.files.actions import keep
from dekkend.files.models import StoredFile
from dekkend.files.rules import HEAD, media_type
from dekkend.files.words import JPEG, PNG
from dekkend.profiles.rules.parts import part_of_item
from dekkend.profiles.views.editing.desk import DraftScreen
from dekkend.profiles.views.editing.filing import put, typed_value
from dekkend.profiles.words.editing import Clash, EditRefused
from dekkend.profiles.words.template import Block, BlockKind

LARGEST_PICTURE = 10_000_000  # bytes
KINDS = (PNG, JPEG)


class Picture(DraftScreen):
    """The picture at one question of the form: its bytes, and what a person does with it."""

    def get(self, request: HttpRequest, **_: str) -> HttpResponseBase:
        fingerprint = (self.value or {}).get("file") or ""
        stored = StoredFile.objects.filter(sha256=fingerprint, media_type__in=KINDS, destroyed_at__isnull=True).first()
        if stored is None:
            raise Http404
        response = FileResponse(stored.content.open("rb"), content_type=stored.media_type)
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, max-age=3600"
        return response

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        why_not = self.change()
        if why_not:
            messages.error(request, why_not)
        part = part_of_item(self.template, self.block.id)
        return redirect(f"{self.address('edit_part', part.id if part else '')}#rij-{self.block.id}")

    def change(self) -> str:
        """Take in what was given; says why not, in a sentence, or nothing."""
        alt = (typed_value(self.draft, self.template, self.block.id, self.request.POST) or {}).get("alt")
        if "remove" in self.request.POST:
            return self.store(None)
        picture = self.request.FILES.get(f"{self.block.id}.picture")
        why_not = refusal(picture, alt)
        if why_not or picture is None:
            return why_not
        return self.store({"file": keep(picture).sha256, "alt": alt})

    def store(self, value: Any) -> str:
        outcome = put(self.draft, self.block.id, value, base=self.draft.revision, by=self.request.user, now=timezone.now())
        if isinstance(outcome, EditRefused):
            return outcome.message
        if isinstance(outcome, Clash):
            return gettext("Iemand anders veranderde deze afbeelding intussen. Kijk wat er nu staat, en probeer het opnieuw.")
        return ""

    @property
    def block(self) -> Block:
        found = next((block for block in self.template.blocks() if block.id == self.kwargs["block"]), None)
        if found is None or found.kind is not BlockKind.FIGURE:
            raise Http404
        return found

    @property
    def value(self) -> Any:
        return self.draft.values.get(self.block.id)


def refusal(picture: UploadedFile | None, alt: str | None) -> str:
    """Why this picture cannot be taken in, in a sentence; "" when it can."""
    if picture is None:
        return gettext("Kies eerst een afbeelding op uw computer.")
    if (picture.size or 0) > LARGEST_PICTURE:
        return gettext("Deze afbeelding is groter dan 10 MB. Maak haar kleiner en kies haar opnieuw.")
    head = picture.read(HEAD)
    picture.seek(0)
    if media_type(head) not in KINDS:
        return gettext("Dit bestand is geen PNG of JPEG. Bewaar de afbeelding als PNG of JPEG en kies haar opnieuw.")
    if not alt:
        return gettext("Schrijf eerst wat er op de afbeelding staat. Ouders die haar niet kunnen zien, lezen dat.")
    return ""
