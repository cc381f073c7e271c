"""Which commands has the program of its own? One module each, with `add_parser` and `run`."""
