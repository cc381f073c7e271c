"""What is stored of the yearly procedure: where it stands, each step, the council's advice, who stands in, and the region's round?"""

from dekkend.adoption.models.advice import Advice, Remark
from dekkend.adoption.models.campaign import Campaign, Reminder
from dekkend.adoption.models.procedure import Adoption, Attachment, Step
from dekkend.adoption.models.region import RegionTerms, StandIn

__all__ = ["Adoption", "Advice", "Attachment", "Campaign", "RegionTerms", "Remark", "Reminder", "StandIn", "Step"]
