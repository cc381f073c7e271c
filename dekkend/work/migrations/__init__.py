"""How did the tables of this part come about?"""
