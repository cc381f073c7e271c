"""Which screens let someone come in, prove who they are, and look after the own account?"""
