"""Tests of what crosses rooms, and of the shape of the house. What belongs to one room is tested there."""
