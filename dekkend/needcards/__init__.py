"""Which school can help a child whose name it is not told, and what did the schools answer?"""
