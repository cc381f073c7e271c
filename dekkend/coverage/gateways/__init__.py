"""How do we ask the libraries for distances, and read and write files about coverage?"""
