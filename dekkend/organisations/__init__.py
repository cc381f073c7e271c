"""Which feature is this? Partnerships, boards, sites and who belongs to them."""
