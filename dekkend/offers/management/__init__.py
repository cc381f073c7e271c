"""Which commands does this part add?"""
