"""Which words of coverage do templates know? See `coverage.py`."""
