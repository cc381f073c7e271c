"""What is stored of the support offer of a site: drafts and their journal, frozen versions, and what people laid beside them."""

from dekkend.profiles.models.history import DraftChange, RestorePoint
from dekkend.profiles.models.profile import Profile, ProfileDraft, ProfileVersion
from dekkend.profiles.models.remarks import Overruled, Presence, VersionRedaction

__all__ = ["DraftChange", "Overruled", "Presence", "Profile", "ProfileDraft", "ProfileVersion", "RestorePoint", "VersionRedaction"]
