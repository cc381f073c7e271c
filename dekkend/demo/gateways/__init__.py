"""What stands in files: the demo's own, and open data that someone has at hand?"""
