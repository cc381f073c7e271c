"""What is stored of the support offer of a site: drafts and their journal, frozen versions, and what people laid beside them."""

from dekkend.profiles.models.fixed_text import FixedText, OwnWording
from dekkend.profiles.models.history import DraftChange, RestorePoint
from dekkend.profiles.models.profile import Profile, ProfileDraft, ProfileVersion
from dekkend.profiles.models.questions import Question, Saying
from dekkend.profiles.models.region_form import RegionForm
from dekkend.profiles.models.remarks import Overruled, Presence, VersionRedaction

__all__ = [
    "DraftChange",
    "FixedText",
    "Overruled",
    "OwnWording",
    "Presence",
    "Profile",
    "ProfileDraft",
    "ProfileVersion",
    "Question",
    "RegionForm",
    "RestorePoint",
    "Saying",
    "VersionRedaction",
]
