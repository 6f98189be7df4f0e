"""The pages: each is a function that takes a ``Page`` and draws it."""
