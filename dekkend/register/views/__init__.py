"""Which screens show and keep the register?"""
