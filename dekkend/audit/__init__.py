"""Which feature is this? The log of who did what, which nobody can change afterwards."""
