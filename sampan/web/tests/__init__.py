"""Tests of the common look."""
