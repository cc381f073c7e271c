"""Which screens show plans and scenarios?"""
