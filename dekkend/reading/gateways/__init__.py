"""Which libraries turn a file of the outside world into the neutral document model?"""
