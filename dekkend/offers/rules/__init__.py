"""What follows about offers: from a profile, from what was said since, for a norm, and for asking whether it is still so?"""
