"""Which feature is this? Work that is done in the background: what waits, what runs, what failed, and who does it."""
