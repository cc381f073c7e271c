"""What can be done about offers? One file per subject: projecting, saying, asking, choosing."""
