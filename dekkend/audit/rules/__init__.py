"""What follows about the log: how an entry is said, chained, checked and for how long it is kept?"""
