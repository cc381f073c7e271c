"""Which feature is this? What a school can do now: the offers of its public profile, and what changed since."""
