"""Which words do the templates of the register need?"""
