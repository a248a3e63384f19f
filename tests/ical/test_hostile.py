"""Names that mean something to calendars, spreadsheets or their readers come back as they were."""

import csv
import io
import json
import re

import icalendar
import pytest

from program import upcoming

NAMES = [
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r\n=1", "'=1", "''-1", "'quoted'", 'say "when"', "a,b;c",
    "a\nb", "a\r\nEND:VEVENT\r\nBEGIN:VALARM", ";=1", "x:BEGIN:VCALENDAR", "\\n \\, \\; \\\\", "\u202egnp.exe", "a\u2028b",
    "ü" * 90, "🛠" * 60, "<script>alert(1)</script>", "{{7*7}}", "=HYPERLINK(\"http://x\")", " =1", "%0A=1", "\x1b[31m",
]  # fmt: skip
ARGUMENTS = ["--after", "2027-01-01T00:00:00Z", "--limit", "1000", "--before", "2027-01-08T00:00:00Z"]


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """A plan with a weekly window of each name."""
    definition = {"Schedule": "cron(0 2 ? * SUN *)", "Duration": 2, "Cutoff": 1, "AllowUnassociatedTargets": False}
    windows = [
        {"WindowId": f"mw-{index:017x}", "CreatedDate": "2026-01-01T00:00:00Z", "Definition": {"Name": name} | definition}
        for index, name in enumerate(NAMES)
    ]
    file = tmp_path_factory.mktemp("plan") / "plan.json"
    file.write_text(json.dumps({"Version": 2, "Windows": windows}), encoding="utf-8")
    return ["--request", str(file), *ARGUMENTS]


def test_comma_separated_values_come_back_and_are_no_formulas(plan):
    lines = [*csv.DictReader(io.StringIO(upcoming(plan, "csv").decode(), newline=""))]
    cells = [line["window"] for line in lines]
    assert [re.sub(r"^'(?='*[=+\-@\t\r\n])", "", cell) for cell in cells] == NAMES
    assert not any(value.startswith(tuple("=+-@\t\r\n")) for line in lines for value in line.values())


def test_summaries_of_a_calendar_come_back(plan):
    """But for line ends, which are all of one kind, and control characters, which have no form."""
    events = icalendar.Calendar.from_ical(upcoming(plan, "ics")).walk("VEVENT")
    expected = [re.sub(r"[\x00-\x08\x0b-\x1f]", "", name.replace("\r\n", "\n")) for name in NAMES]
    assert [str(event["SUMMARY"]) for event in events] == expected
    assert len({event["UID"] for event in events}) == len(NAMES)
    assert all(line.startswith((b" ", *KNOWN)) for line in upcoming(plan, "ics").split(b"\r\n") if line)


KNOWN = [
    name.encode()
    for name in ["BEGIN:V", "END:V", "VERSION:", "PRODID:", "CALSCALE:", "UID:", "DTSTAMP:", "DTSTART:", "DTEND:",
                 "SUMMARY:", "DESCRIPTION:", "TRANSP:"]
]  # fmt: skip
