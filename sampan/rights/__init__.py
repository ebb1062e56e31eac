"""The guides: short articles on rights and health, the journey step by step, and emergency cards.

For workers and their families, before they go and in Japan, and for those who read to them. Each article is
one file a language; English is the master. Public, without a database: nothing about a reader is stored.
"""
