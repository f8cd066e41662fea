"""Dates in prose, step by step: from a text to tokens, phrases, what they say, and dates."""
