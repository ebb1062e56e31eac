"""How dates and numbers are written in each language: one module a language, read by Django."""
