"""The press's benchmark: one site, built by several generators, measured in turn."""
