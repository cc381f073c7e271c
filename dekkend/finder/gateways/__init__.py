"""How does the finder talk to libraries and files: stemming, its lists of words, and what a browser keeps?"""
