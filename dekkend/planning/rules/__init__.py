"""Which pure rules make a problem out of a coverage, look for the best plan, and explain it?"""
