"""Which words does logging in use?"""
