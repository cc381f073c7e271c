"""Which figures follow from who offers what where, and how are they said and drawn?"""
