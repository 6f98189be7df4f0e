"""A question becomes an answer: query, known items, retrieval, snippets."""
