"""Which schools nearby can help, why, what is not known, and what to ask?"""
