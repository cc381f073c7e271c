"""What follows from what a published list says?"""
