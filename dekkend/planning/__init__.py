"""Where would more support do most, what is the least that is needed, and what if something changes?"""
