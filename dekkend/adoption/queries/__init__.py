"""What can be asked of the yearly procedure?"""
