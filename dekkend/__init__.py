"""Dekkend: the support offer of a school, from one source through the whole chain of passend onderwijs."""

__version__ = "0.1.0"
