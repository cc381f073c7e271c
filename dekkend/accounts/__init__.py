"""Which feature is this? People and their logins."""
