"""How do we talk to what lies outside: the login library, the school login, the browser's address?"""
