"""Runs one piece of work whenever a line arrives, and answers with the seconds that it took.

So the harness can let Kiseki and its peers take turns, without the time that Python takes to start.
"""

import resource
import sys
import time


def serve(work):
    """Answers `go` with seconds; ends with the input, after a line with the peak memory in KiB."""
    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() != "go":
            break
        start = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start if result is None else result
        print(seconds, flush=True)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
