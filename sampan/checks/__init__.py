"""One room for each check: facts are held against the law in force on their dates.

Every check has the same shelf: questions, facts, result, sheet, tests. To add one, copy a neighbour;
to remove one, delete its folder and its line in settings and urls.
"""
