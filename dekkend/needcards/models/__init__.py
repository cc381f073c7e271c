"""What is stored of a question to other schools: the card, the schools that were asked, and what happened?"""

from dekkend.needcards.models.cards import CardStep, NeedCard
from dekkend.needcards.models.inquiries import Inquiry

__all__ = ["CardStep", "Inquiry", "NeedCard"]
