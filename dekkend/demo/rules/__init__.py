"""What follows from the seed? No clock, no files: the same seed gives the same region and the same story."""
