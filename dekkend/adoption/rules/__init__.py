"""What follows from the facts of the yearly procedure?"""
