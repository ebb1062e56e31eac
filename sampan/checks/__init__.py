"""One room for each check: facts are held against the law in force on their dates.

A check is data (fields, a work function, words), and its name stands in `every.NAMES`. From that come its
pages, its sheet, its addresses in the API and its answer on the command line: the modules here. The offer
stands apart, with shelves of its own, and shares them. To add a check, copy a neighbour and name it; to
remove one, delete its folder and its name.
"""
