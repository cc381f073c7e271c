"""How do templates about plans ask for what a school says now?"""
