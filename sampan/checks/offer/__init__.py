"""The check of a job offer: what may be asked of the worker, what is left of the pay, what the debt costs.

For a worker before signing, for a caseworker beside them, and for programs. Nothing that is typed is
stored: the answers travel in the form, in the format sampan-offer/1, from page to page.
"""
