"""What does the finder search in?"""
