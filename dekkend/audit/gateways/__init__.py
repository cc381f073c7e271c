"""How does the database itself refuse to change the log?"""
