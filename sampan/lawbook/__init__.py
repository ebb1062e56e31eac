"""The law explorer: every rule, every dated value and every doubt as pages, for anybody who wants to read the law.

Rules with their meaning, values with their sources, two days compared, what is not verified and what was last
checked when. Nothing here decides a case and nothing about a visitor is stored.
"""
