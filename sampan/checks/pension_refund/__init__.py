"""The lump sum of the pension: what is paid to people who leave Japan, the tax on it, and until when to ask."""
