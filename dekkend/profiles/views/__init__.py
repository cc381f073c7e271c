"""Which screens are there about the support offer of a school? One file per concern."""
