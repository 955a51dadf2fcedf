"""The critical path method, with lengths that are known only as ranges.

Write a `Network` of `Activity`, ask `schedule` for starts, finishes, floats, critical activities and paths, and slack
to each deadline. Every bound is exact unless the result says otherwise.
"""

from hiwar.methods.scheduling.chains import MOST_CHAINS, TooManyChains
from hiwar.methods.scheduling.forms import Activity, Network, NetworkError
from hiwar.methods.scheduling.results import Criticality, CriticalPath, Schedule
from hiwar.methods.scheduling.schedules import earliest, schedule

__all__ = [
    "MOST_CHAINS",
    "Activity",
    "CriticalPath",
    "Criticality",
    "Network",
    "NetworkError",
    "Schedule",
    "TooManyChains",
    "earliest",
    "schedule",
]
