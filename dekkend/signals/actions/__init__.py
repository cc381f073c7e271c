"""What can be done with signals? For other rooms: count a word that was not understood, and keep a "no" on a need card."""

from dekkend.signals.actions.counting import add_from_need_card, count_unknown, forget_stem, take_back_from_need_card

__all__ = ["add_from_need_card", "count_unknown", "forget_stem", "take_back_from_need_card"]
