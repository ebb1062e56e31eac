"""Sampan: a job offer, contract or payslip held against the dated law, for people going to work in Japan."""

__version__ = "0.1.0"
