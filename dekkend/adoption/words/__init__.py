"""Which states, steps and answers does the yearly procedure know?"""
