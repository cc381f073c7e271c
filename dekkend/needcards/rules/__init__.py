"""What follows from a question to other schools, its answers and its days?"""
