"""Which screens belong to the yearly procedure?"""
