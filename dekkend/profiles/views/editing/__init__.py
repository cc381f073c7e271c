"""Which screens let a school write its support offer? One file per screen."""
