"""A worker: a fresh process that only gives recommendations, to see how much memory that takes."""

import os
import sys
from pathlib import Path


ROUNDS = 20


def main():
    """Give recommendations on the database that is there, and print the peak of memory in MB."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    import django

    django.setup()
    from tests.bench.consulting import Desk, recommendations

    recommendations(Desk("neuropathy", "V30"), ROUNDS)
    # The kernel's own high-water mark: getrusage would count the memory of the process that started this one.
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    sys.stdout.write(f"{int(peak.split()[1]) / 1024:.0f}\n")


if __name__ == "__main__":
    main()
