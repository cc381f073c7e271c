"""What follows from a signal? One file per subject: checking, clustering, terms, stems."""
