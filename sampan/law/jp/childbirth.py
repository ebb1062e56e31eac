"""The childbirth lump sum of the health insurance."""


def lump_sum_due(left_job_told, left_job, birth_on, pregnancy_months, insured_year, birth_within) -> Flag:
    """The lump sum is for who is insured at birth. After the job it is still paid for a birth within six months to who
    was insured for one year."""
    if left_job_told == 0:
        return 1
    if birth_on <= left_job:
        return 1
    ended = left_job + 1
    if birth_on > max(months_after(ended + 1, birth_within) - 1, months_after(ended, birth_within)):
        return 0
    return 1 if pregnancy_months >= insured_year else 0


def childbirth_lump_sum(lump_sum_due, childbirth_sum, childbirth_add) -> JPY:
    """The lump sum for one child: the sum of the order, and the add-on of the obstetric compensation scheme."""
    return childbirth_sum + childbirth_add if lump_sum_due == 1 else 0


def childbirth_lump_sum_two(childbirth_lump_sum, children_two) -> JPY:
    """The lump sum for two children born together."""
    return childbirth_lump_sum * children_two
