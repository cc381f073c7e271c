"""What changes about plans and scenarios?"""
