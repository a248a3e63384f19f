"""The command line as these tests call it."""

import json
import os
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
# `cargo build` puts it there; a relative folder is one of the repository's.
PROGRAM = REPOSITORY / os.environ.get("CARGO_TARGET_DIR", "target") / "debug" / "window-planner"

REQUESTS = json.loads(Path(__file__).with_name("requests.json").read_text(encoding="utf-8"))


def upcoming(arguments: list[str], form: str) -> bytes:
    """What `upcoming` writes."""
    command = [PROGRAM, "upcoming", *arguments, "--format", form]
    return subprocess.run(command, check=True, capture_output=True).stdout
