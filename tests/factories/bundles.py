"""How does a test get a file with all documents of a region?"""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.utils import timezone

from dekkend.files.actions import keep
from dekkend.organisations.models import Partnership
from dekkend.profiles.models import ProfileVersion
from dekkend.publishing.models import Bundle, BundlePart


def a_bundle(partnership: Partnership, *versions: ProfileVersion) -> Bundle:
    """One that is finished, with something in it."""
    now = timezone.now()
    whole = keep(ContentFile(b"PK whole", name="alles.zip"))
    bundle = Bundle.anywhere.create(partnership=partnership, day=timezone.localdate(now), asked_at=now, file=whole, finished_at=now)
    BundlePart.objects.bulk_create(BundlePart(bundle=bundle, version=version, done_at=now) for version in versions)
    return bundle
