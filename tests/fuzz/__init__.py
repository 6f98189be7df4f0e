"""Broken and hostile files by the thousand: real ones of every format, changed at random from a seed.

``make fuzz`` reads 5,000 of them; ``python -m tests.fuzz --help`` says how to replay one.
"""
