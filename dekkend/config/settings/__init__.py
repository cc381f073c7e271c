"""Which settings does this installation run with? One file per concern; `demo`, `production` and `test` choose."""
