"""Which sites, places and borders does the register know, and what changed since the last time it was read?"""
