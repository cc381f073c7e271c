"""What follows from what someone types, from what schools offer and from where they stand? No Django, no clock, no database."""
