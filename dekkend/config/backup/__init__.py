"""How is everything that an installation keeps put in one file, and how does it come back?"""
