"""Fuzzing: inputs that coverage leads to, for every reader; see docs/testing.md."""
