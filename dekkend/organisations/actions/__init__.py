"""What can a person do about the roles of others? One file per subject: inviting, and roles that exist."""
