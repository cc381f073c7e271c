"""How does a command talk to the person who typed it?"""
