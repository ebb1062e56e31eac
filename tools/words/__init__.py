"""`make words`: finds every text that people read, and keeps the catalogues of `sampan/lang/` in step."""
