"""Which screens are about people and their roles? One file per subject: people, and invitations."""
