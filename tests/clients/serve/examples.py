"""The examples in the AWS CLI's own documentation, as it is installed."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import awscli

FOLDER = Path(awscli.__file__).parent / "examples/ssm"


@dataclass(frozen=True)
class Example:
    """A command `aws ssm …` of a page, in words as a shell makes them."""

    page: str
    number: int
    words: tuple

    @property
    def id(self):
        return f"{self.page}-{self.number}"


def examples():
    """All examples of the pages on maintenance windows."""
    pages = sorted(path for path in FOLDER.glob("*.rst") if "maintenance-window" in path.stem)
    found = []
    for page in pages:
        commands = list(commands_of(page.read_text(encoding="utf-8")))
        found += [Example(page.stem, number, tuple(words(text))) for number, text in enumerate(commands, 1)]
    return found


def commands_of(text):
    """The commands of a page: indented, each with the lines that it goes on in."""
    lines = iter(text.splitlines())
    for line in lines:
        if re.match(r"\s+aws ssm ", line):
            command = line.strip()
            # One page has blanks after a backslash, which a shell would take for a word.
            while command.endswith("\\"):
                command = command[:-1] + " " + next(lines).strip()
            yield command


def words(command):
    """The words of a command after `aws ssm`, as bash reads them."""
    program = f'aws() {{ printf "%s\\0" "$@"; }}\n{command}'
    output = subprocess.run(["bash", "-c", program], stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout
    first, *rest, _ = output.decode().split("\0")
    assert first == "ssm"
    return rest
