"""What follows from the facts about logins?"""
