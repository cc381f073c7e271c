"""How do published lists come in from folders, files and archives?"""
