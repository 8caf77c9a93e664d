"""The flow on one page: seeds in, posts out."""
