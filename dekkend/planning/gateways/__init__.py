"""What does planning ask of the world outside: the solver?"""
