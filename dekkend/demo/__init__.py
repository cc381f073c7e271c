"""Which feature is this? A made-up region to try things with."""
