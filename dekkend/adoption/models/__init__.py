"""What is stored of the yearly procedure: where it stands, each step, the advice of the council, and who stands in for whom?"""

from dekkend.adoption.models.advice import Advice, Remark
from dekkend.adoption.models.procedure import Adoption, Attachment, Step
from dekkend.adoption.models.region import RegionTerms, StandIn

__all__ = ["Adoption", "Advice", "Attachment", "RegionTerms", "Remark", "StandIn", "Step"]
