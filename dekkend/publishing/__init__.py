"""How does what a school adopted come before people: as PDF, Word, school guide, summary and data?"""
