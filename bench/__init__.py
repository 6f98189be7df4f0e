"""Benchmarks: each module can be called alone and has --json FILE."""
