"""On which screens do schools ask each other?"""
