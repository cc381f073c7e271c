"""Which feature is this? What every screen is made of."""
