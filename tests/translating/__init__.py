"""How do we know that every sentence on a translated screen has its English?"""
