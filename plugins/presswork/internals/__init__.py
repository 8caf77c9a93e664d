"""One module for each Pelican internal that the press replaces, named for it; each gives its `patches()`."""
