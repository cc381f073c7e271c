"""On which screens do visitors report, schools answer and regions listen?"""
