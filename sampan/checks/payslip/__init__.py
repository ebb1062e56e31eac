"""One payslip: what was due for the hours worked, what was paid and taken, what is missing, and until when to claim.

For workers who hold a payslip in Japanese and for those who help them; one slip or many in one call.
"""
