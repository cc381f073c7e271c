"""Does what people do with documents and profiles end up in the log, as sentences?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.audit.queries import check_chains
from dekkend.organisations.words import Role
from dekkend.profiles.actions import publish_draft
from dekkend.profiles.models import ProfileVersion
from dekkend.reading.actions import checking
from dekkend.reading.actions.accepting import accept
from dekkend.reading.actions.reading_files import read_waiting
from dekkend.reading.words.states import Answer
from tests.factories.documents import profile_text, read_document, waiting_document
from tests.factories.sessions import signed_in_fully

pytestmark = pytest.mark.django_db


def written() -> list[str]:
    return [str(entry) for entry in Entry.objects.order_by("pk")]


@pytest.fixture
def adviser(person, site):
    return person(Role.ADVISER, site)


def test_the_way_of_a_document_from_handing_in_to_the_public(adviser, site):
    now = timezone.now()
    document = read_document(adviser, site)
    checking.answer(document, "vision", "Samen.", kind=Answer.CORRECTED, by=adviser, now=now)
    checking.take_back(document, "vision", by=adviser, now=now)
    publish_draft(accept(document, site, "2023-2024", by=adviser, now=now), on=now.date(), by=adviser)
    counts = document.counts
    title = written()[2].split("de vraag ")[1].removesuffix(" na: verbeterd.")
    cited = ProfileVersion.anywhere.get().fingerprint[:12]
    assert written() == [
        "Iemand leverde sop.txt in.",
        f"sop.txt is gelezen: {counts['certain']} zeker, {counts['likely']} waarschijnlijk, {counts['unsure']} onzeker.",
        f"Iemand keek in sop.txt de vraag {title} na: verbeterd.",
        f"Iemand zette in sop.txt het antwoord op {title} terug.",
        "Iemand maakte het concept van De Vuursprot voor 2023-2024.",
        "Iemand nam sop.txt over als concept van De Vuursprot voor 2023-2024.",
        f"Iemand legde het profiel van De Vuursprot voor 2023-2024 vast als versie 1 (vingerafdruk {cited}).",
        "Het profiel van De Vuursprot voor 2023-2024 (versie 1) is vastgesteld; opgeschreven door Iemand.",
        "Iemand maakte het profiel van De Vuursprot voor 2023-2024 openbaar (versie 1).",
    ]
    assert "." not in title, "a reader of the log knows no paths"
    assert {entry.partnership_id for entry in Entry.objects.all()} == {site.partnership_id}
    assert [report.breaks for report in check_chains()] == [()]


def test_what_someone_answered_is_not_repeated_in_the_log(adviser, site):
    document = read_document(adviser, site)
    checking.answer(document, "vision", "Jantje kan niet stilzitten.", kind=Answer.CORRECTED, by=adviser, now=timezone.now())
    assert "Jantje" not in str(list(Entry.objects.values()))


def test_a_document_that_is_refused(adviser, site):
    read_document(adviser, site, content=b"", name="leeg.pdf")
    assert written()[-1].startswith("leeg.pdf is niet gelezen (reden: ")


def test_a_document_with_a_private_number(adviser, site):
    document = waiting_document(adviser, site, profile_text() + b"\nBSN 123456782\n")
    read_waiting(document.pk, now=timezone.now())
    client = signed_in_fully(adviser)
    client.post(f"/documenten/{document.pk}/gezien/")
    client.post(f"/documenten/{document.pk}/gezien/")
    assert written()[1:] == [
        "sop.txt is apart gezet: er staat op één plaats een nummer in dat niet bewaard mag worden.",
        "Het bestand van sop.txt is verwijderd door Iemand.",
    ]
    assert "123456782" not in str(list(Entry.objects.values()))


def test_taking_the_file_away_is_written_down(adviser, site, person):
    document = read_document(adviser, site)
    client = signed_in_fully(adviser)
    assert client.get(f"/documenten/{document.pk}/bestand/").status_code == 200
    assert written()[-1] == "Iemand haalde het bestand van sop.txt op."


def test_what_may_not_be_taken_away_is_not_written_down_as_taken(adviser, site, signed_in):
    document = read_document(adviser, site)
    assert signed_in(Role.TEACHER, site).get(f"/documenten/{document.pk}/bestand/").status_code == 403
    assert "haalde" not in " ".join(written())
