"""What can a person do with the profile of a school? One transaction each."""

from dekkend.profiles.actions.making import about, make_draft
from dekkend.profiles.actions.publishing import adopt_version, freeze_draft, publish_draft, publish_version

__all__ = ["about", "adopt_version", "freeze_draft", "make_draft", "publish_draft", "publish_version"]
