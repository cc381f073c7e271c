"""Which screens does the finder have? Asking, the result, what was meant, comparing, and the words of this installation."""
