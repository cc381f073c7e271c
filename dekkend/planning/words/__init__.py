"""Which words does planning need: the problem and its answer, the question of a region, and what may change in a scenario?"""
