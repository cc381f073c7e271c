"""How does a document become a file?"""
