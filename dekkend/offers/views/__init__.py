"""Which screens are about offers? One file per reader: the school, whoever opens the link in the mail, and the region."""
