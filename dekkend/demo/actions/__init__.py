"""What can be done with a demo: fill it, empty it, add open data?"""
