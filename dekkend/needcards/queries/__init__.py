"""What can be asked about questions between schools?"""
