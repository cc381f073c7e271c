"""What are the parts of a document?"""
