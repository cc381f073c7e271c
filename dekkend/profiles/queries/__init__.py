"""What can be asked about the profiles of schools: what counts now for whom, and what happened in a draft?"""

from dekkend.profiles.queries.drafts import (
    moment_at,
    moments,
    newest_version,
    others_here,
    restorable_from,
    restore_points,
    year_before,
)
from dekkend.profiles.queries.overruled import DraftFindings, completeness_of, findings_of, overruled_of
from dekkend.profiles.queries.versions import (
    as_profile,
    counting_first,
    current_draft,
    current_drafts,
    of_year,
    public_version,
    public_versions,
    published_sites,
)

__all__ = [
    "DraftFindings",
    "as_profile",
    "completeness_of",
    "counting_first",
    "current_draft",
    "current_drafts",
    "findings_of",
    "moment_at",
    "moments",
    "newest_version",
    "of_year",
    "others_here",
    "overruled_of",
    "public_version",
    "public_versions",
    "published_sites",
    "restorable_from",
    "restore_points",
    "year_before",
]
