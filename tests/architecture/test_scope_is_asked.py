"""Which few modules may look beyond the scope of one person, and why?"""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "dekkend"

# Module: the reason why it may use `.anywhere`.
ALLOWED = {
    "organisations/models/scoping.py": "explains it",
    "organisations/queries.py": "finds the regions of a board; the roles of one person, and whether an administrator is the last",
    "profiles/models/profile.py": "declares it",
    "profiles/models/history.py": "declares it",
    "profiles/models/remarks.py": "declares it",
    "profiles/models/fixed_text.py": "declares it",
    "profiles/models/region_form.py": "declares it",
    "profiles/queries/region_form.py": "a form is no secret; drafts of a region that was asked about first",
    "profiles/actions/region_form.py": "of a region that was asked about first, and drafts that it holds",
    "profiles/models/questions.py": "declares it",
    "profiles/queries/fixed_text.py": "what all schools of a region share is for everyone",
    "profiles/actions/fixed_text.py": "of a region or site that was asked about first",
    "profiles/actions/questions.py": "holds the question it was given",
    "organisations/models/places.py": "declares it",
    "organisations/models/membership.py": "declares it; finds the boards that have sites in a region",
    "organisations/models/invitations.py": "declares it",
    "organisations/actions/roles.py": "locks the role it was given, then asks whether this person may give it",
    "organisations/actions/beginning.py": "invites the first administrator of a region, asked on the machine itself",
    "organisations/actions/inviting.py": "finds and locks the invitation of a secret link",
    "profiles/queries/versions.py": "public pages are for everyone",
    "profiles/queries/comparing.py": "public versions are for everyone; the others after asking whether this person reaches the site",
    "profiles/queries/drafts.py": "journal and versions of the draft or site it was given",
    "profiles/queries/years.py": "the years of the site it was given, found within reach before",
    "profiles/queries/overruled.py": "what was set aside in the draft it was given",
    "profiles/actions/making.py": "locks the site and the draft it was given",
    "profiles/actions/journaling.py": "locks the draft it was given and writes its journal",
    "profiles/actions/saving.py": "reads the journal of the draft it holds",
    "profiles/actions/undoing.py": "reads the journal of the draft it holds",
    "profiles/actions/overruling.py": "what was set aside in the draft it holds",
    "profiles/actions/presence.py": "who has the draft it was given open",
    "profiles/actions/publishing.py": "locks the site and the draft it was given",
    "offers/models.py": "declares it",
    "offers/queries.py": "what a school offers is for everyone; what was said of it belongs to the site or the region that it was given",
    "offers/actions/projecting.py": "background work on public profiles of every region",
    "offers/actions/saying.py": "locks the site it was given, after asking whether this person may",
    "offers/actions/asking.py": "background work for every region; a signed link stands for one asking",
    "offers/actions/choosing.py": "holds the choices of the region it was given, after asking whether this person may",
    "publishing/queries/open_data.py": "open data is for everyone",
    "adoption/models/procedure.py": "declares it",
    "adoption/models/advice.py": "declares it",
    "adoption/models/region.py": "declares it",
    "adoption/models/campaign.py": "declares it",
    "adoption/queries/campaign.py": "of sites that were found within reach",
    "adoption/actions/campaign.py": "of a region or sites that were asked about first",
    "adoption/queries/cases.py": "of a site that was found within reach",
    "adoption/queries/advices.py": "of a procedure that was found within reach",
    "adoption/queries/overview.py": "of sites that were found within reach",
    "adoption/queries/personal.py": "of a version that was found within reach",
    "adoption/queries/terms.py": "terms of a region, asked with a site within reach",
    "adoption/queries/public.py": "public pages are for everyone",
    "adoption/actions/taking.py": "locks the site it was given, then asks whether this person may",
    "adoption/actions/advising.py": "of a procedure that it holds",
    "adoption/actions/deciding.py": "of a version whose site was asked about first",
    "adoption/actions/arranging.py": "of a region that was asked about first",
    "adoption/actions/reminding.py": "background work, for every school",
    "publishing/models.py": "declares it",
    "publishing/queries/editions.py": "whom parents can call is for everyone",
    "publishing/queries/bundles.py": "background work on public profiles; of a region that was asked about first",
    "publishing/actions/bundling.py": "of a region that was asked about first; background work on public profiles",
    "publishing/actions/support_point.py": "of a region that was asked about first",
    "coverage/models.py": "declares it",
    "coverage/queries/laid_down.py": "of a region that was asked about first",
    "coverage/actions/choosing.py": "of a region that was asked about first",
    "coverage/actions/norms.py": "of a region that was asked about first",
    "reading/models/documents.py": "declares it",
    "reading/queries.py": "knows the same file again within one region",
    "reading/actions/reading_files.py": "background work, for whoever handed the file in",
    "reading/actions/writing_down.py": "holds the batch of the document it was given",
    "reading/actions/checking.py": "locks the document it was given; a remembered answer counts in the whole region",
    "register/models/mirror.py": "declares it",
    "register/models/imports.py": "declares it",
    "register/queries/geography.py": "where schools lie and what they are called is for everyone",
    "config/schools.py": "whoever comes in through a school login has no role yet; names of schools are public",
    "demo/actions/going_round.py": "fills an empty database",
    "demo/actions/living_on.py": "fills an empty database",
    "demo/actions/loading.py": "fills an empty database",
    "demo/actions/adopting.py": "fills an empty database",
    "demo/actions/adding_open_data.py": "fills an empty database",
    "demo/queries.py": "names the made-up people to whoever looks around",
}


def test_only_these_modules_ask_without_a_scope():
    users = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if "migrations" not in path.parts and re.search(r"\.anywhere\b|^    anywhere =", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert users == set(ALLOWED)
