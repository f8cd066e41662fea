"""The version of the library: here, and nowhere else."""

__version__ = "2.0.0"
