"""What can a school do with a question to others?"""
