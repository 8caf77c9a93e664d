"""A pure function and its inputs in, its outputs out in the same order: `each(workers)` is another `map`."""
