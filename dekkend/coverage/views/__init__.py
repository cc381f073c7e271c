"""Which screens are about coverage? `base` says what someone looks at; every figure on a screen has a list in one of the others."""
