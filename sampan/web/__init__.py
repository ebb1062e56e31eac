"""The common look: base page, style, question page, result page, error pages, print, offline.

For every room above. It knows no room by name: what must point upwards goes through five small boards
(`nav`, `topics`, `after`, `search`, `offline`) that each room fills when it starts. Nothing here stores
anything about a visitor.
"""
