"""Which states, steps, answers and value objects has a question that one school asks others?"""
