"""Speed: Sampan beside OpenFisca on the same rules, for those who decide what to run on a large file.

Run `python -m bench`; README.md says how. OpenFisca is imported here only, never from sampan.
"""
