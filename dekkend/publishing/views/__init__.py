"""Which screens belong to the documents of schools and of a region?"""
