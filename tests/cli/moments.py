"""How long a job takes, so that it can be stopped at moments all over that time."""
import time

MOST = 5.0  # seconds: a machine that stood still while the job was measured does not make its test an hour longer


def timed(job):
    """(seconds, what it gave)"""
    begun = time.monotonic()
    given = job()
    return min(MOST, time.monotonic() - begun), given
