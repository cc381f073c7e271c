"""Which words of our own do templates know? See `ui.py`."""
