"""HTML in, one article out."""
