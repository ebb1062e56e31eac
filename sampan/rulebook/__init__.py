"""The rulebook: reads the law, prints it to every runtime, checks one case or many, and explains.

For everybody who asks what the law says on a day: the checks, the command line, the API, the phone.
Rules are parsed, never imported; numbers are integers and exact fractions; unknown is a value.
Knows nothing of Django, of the web or of people.
"""
