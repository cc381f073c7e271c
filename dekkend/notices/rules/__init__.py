"""What follows about mail: what it says, and when it is tried again?"""
