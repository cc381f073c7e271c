"""What of signals touches secrets, settings and the form of a library? One file per subject."""
