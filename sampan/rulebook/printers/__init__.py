"""The printers: one tree, written as scalar Python, as NumPy blocks, as a loop for Numba and as JavaScript.

Each printer is a walk over the same nodes and a small runtime with the rounding words.
What they print is never edited by hand. The cases prove that all of them agree.
"""
