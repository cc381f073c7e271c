"""How does another program get what is public: the API under /api/v1 and the same in the shape of HSDS 3?"""
