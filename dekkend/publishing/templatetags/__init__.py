"""Which parts of pages of other features does publishing draw?"""
