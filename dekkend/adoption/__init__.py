"""Which feature is this? The yearly procedure: who says what about the offer of a school before it is adopted and public."""
