"""How is it written down that someone took away a file of a step?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dekkend.adoption.models import Attachment
from dekkend.audit.actions import record_read
from dekkend.audit.words import Event
from dekkend.organisations.queries import area_of_site
from dekkend.profiles.actions import about


def note_attachment(attachment: Attachment, *, by: Any, now: datetime) -> None:
    site = attachment.step.adoption.site
    details = {"year": attachment.step.adoption.school_year, "file": attachment.file.name}
    record_read(Event.ATTACHMENT_READ, actor=by, subject=about(site), area=area_of_site(site), now=now, details=details)
