"""Which screens belong to documents? One file per stage: handing in, checking, accepting."""
