"""Which words does the finder think in: what someone typed and what we understood of it, what was asked, and what a school can do?"""
