"""The press: `PLUGINS = ["presswork"]` makes any Pelican site build fast."""
