"""What can a region fill in to ask for a plan, and to describe a scenario?"""
