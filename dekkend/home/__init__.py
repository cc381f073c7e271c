"""Which feature is this? The first screen."""
