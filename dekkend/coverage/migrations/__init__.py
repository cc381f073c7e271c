"""Which steps brought the tables to their present shape?"""
