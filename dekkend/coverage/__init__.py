"""For which children is which support near, how fragile is that, and where is it missing?"""
