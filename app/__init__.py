"""The pages and the command line."""
