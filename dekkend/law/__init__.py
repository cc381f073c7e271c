"""Which feature is this? What the law says on which day: terms, amounts and duties as data, each with its article."""
