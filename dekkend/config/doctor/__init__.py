"""What is wrong with this installation, why does it matter, and how is it mended?"""
