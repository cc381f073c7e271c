"""What do parents, schools and the support point say that is wrong or missing, and what was done with it?"""
