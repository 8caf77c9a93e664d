"""A site's articles and topics in, what readers and their programs see beside the pages out."""
