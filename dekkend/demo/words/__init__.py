"""What exists in the made-up region, and what happens there?"""
