"""What can a person, or a worker for a person, do with documents? One file per stage."""
