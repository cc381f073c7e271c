"""What can be asked about signals? For other rooms: numbers of a region by kind of support, what boards answered, unknown words."""

from dekkend.signals.queries.regions import answers_by_code, counts_by_code, unknown_words

__all__ = ["answers_by_code", "counts_by_code", "unknown_words"]
