"""How do the features become one running program: settings, addresses, commands, background work?"""
