"""Which feature is this? Documents that people hand in."""
