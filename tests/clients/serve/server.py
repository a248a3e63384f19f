"""`window-planner serve` as a process."""

import os
import re
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).parents[3]
PROGRAM = CHECKOUT / os.environ.get("CARGO_TARGET_DIR", "target") / "debug/window-planner"


class Server:
    """A running server of a plan's file, at a free port and at an instant at which its clock stands still."""

    def __init__(self, plan, now):
        command = [PROGRAM, "serve", "--port", "0", "--plan", plan, "--now", now]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.first_line = self.process.stdout.readline()
        self.url = re.search(r"http://[0-9.:]+", self.first_line)[0]

    def stop(self):
        self.process.terminate()
        self.process.communicate(timeout=30)
        assert self.process.returncode == 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
