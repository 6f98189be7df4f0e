"""A file becomes provisions: read, clean, identify, cut, store."""
