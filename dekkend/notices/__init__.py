"""Which feature is this? What people are told by mail."""
