"""Which documents does one profile make?"""
