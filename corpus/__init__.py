"""What the knowledge base is made of: the model, the catalogue, names of works, samples.

This package imports none of the others of the project.
"""
