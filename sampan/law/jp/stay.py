"""How long is temporary: what a period in Japan allows, what it counts for, and what a return did to it."""


@rule(
    judges="stay", breach="forbidden",
    when="stay_status in ('titp', 'ssw1', 'ssw2', 'esd', 'engineer', 'care', 'student', 'other', 'designated')",
)
def stay_family(family_possible) -> Flag:
    """With this status your husband, wife and children can get a status as your family, or they cannot. With Technical
    Intern Training and Specified Skilled Worker 1 they cannot."""
    return 1 - family_possible


@rule(
    judges="stay", breach="forbidden",
    when="stay_status in ('titp', 'ssw1', 'ssw2', 'esd', 'engineer', 'care', 'other', 'designated')",
)
def stay_job_change(job_change_barred) -> Flag:
    """With this status you can change employer at your own wish, or you cannot. A trainee cannot before stage 3."""
    return 1 if job_change_barred == 1 else 0


@rule(judges="stay", breach="forbidden")
def stay_counts_as_work(counts_as_work) -> Flag:
    """Permanent residence asks for five years with a status of work. Technical Intern Training and Specified Skilled
    Worker 1 do not count for these five years; they count for the ten years only."""
    return 1 - counts_as_work


def stay_days(stay_from, stay_until) -> Number:
    """The days of this period, the first and the last included."""
    return max(0, stay_until - stay_from + 1)


def stay_gap(stay_from, stay_before_until) -> Number:
    """The days between this period and the one before."""
    return max(0, stay_from - stay_before_until - 1)


@rule(judges="stay", breach="not_verified", when="stay_has_before == 1")
def stay_return(stay_gap, break_days) -> Number:
    """Between two periods there was time without a status. Then the ten years for permanent residence begin again;
    the years as Specified Skilled Worker 1 are still added up."""
    return stay_gap if stay_gap >= break_days else 0


def ten_years_from(chain_from, permanent_months) -> Date:
    """The first day after ten years in Japan without a break."""
    return months_after(chain_from, permanent_months)


def permanent_from(ten_years_from, counting_from, permanent_work) -> Date:
    """The first day on which permanent residence can be asked for, if you stay without a break and keep a status of
    work that counts: after ten years, five of them with such a status."""
    return max(ten_years_from, months_after(counting_from, permanent_work))


def ssw1_days_left(ssw1_from, ssw1_days, ssw1_months) -> Number:
    """The days that are left of five years as Specified Skilled Worker 1."""
    return max(0, months_after(ssw1_from, ssw1_months) - ssw1_from - ssw1_days)


def ssw1_until(ssw1_last_from, ssw1_days_before, ssw1_months) -> Date:
    """The last day as Specified Skilled Worker 1, if you go on without a break: five years in all."""
    return months_after(ssw1_last_from, ssw1_months) - 1 - ssw1_days_before


def esd_until(esd_from, esd_months) -> Date:
    """The last day of three years of Employment for Skill Development."""
    return months_after(esd_from, esd_months) - 1
