"""The same rules written for OpenFisca, twice: as its documentation shows, and tuned by hand.

The figures are written as OpenFisca parameters from sampan/law when the bench runs, so that both
sides always hold the same law. One simulation has one instant.
"""
