"""Path in, Seeds out: one module a format."""
