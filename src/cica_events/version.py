"""The version of the library: here, and nowhere else."""

__version__ = "1.0.0"
