"""The calendar file as the Python package icalendar reads it."""

import csv
import io
from datetime import datetime, timezone

import icalendar
import pytest

from program import REQUESTS, upcoming

requests = pytest.mark.parametrize("request_", REQUESTS, ids=lambda request: request["about"])


def runs(arguments):
    """Start and end of each run, by another format."""
    lines = csv.DictReader(io.StringIO(upcoming(arguments, "csv").decode()))
    return [(datetime.fromisoformat(line["start_utc"].replace("Z", "+00:00")),
             datetime.fromisoformat(line["end_utc"].replace("Z", "+00:00"))) for line in lines]


def read(arguments):
    calendar = icalendar.Calendar.from_ical(upcoming(arguments, "ics"))
    assert calendar.errors == []
    return calendar


@requests
def test_instants_are_read_back(request_):
    arguments = request_["arguments"]
    events = [(event["DTSTART"].dt, event["DTEND"].dt) for event in read(arguments).walk("VEVENT")]
    assert events == runs(arguments)
    assert all(instant.tzinfo.utcoffset(instant).total_seconds() == 0 for event in events for instant in event)


@requests
def test_every_event_is_complete_and_its_own(request_):
    events = read(request_["arguments"]).walk("VEVENT")
    assert len({event["UID"] for event in events}) == len(events)
    for event in events:
        assert event.errors == []
        assert event["SUMMARY"] and event["DESCRIPTION"].endswith((".", "unverified."))
        assert event["DTSTAMP"].dt.tzinfo is not None


@requests
def test_lines_end_and_fold_as_the_standard_says(request_):
    text = upcoming(request_["arguments"], "ics")
    assert text.endswith(b"END:VCALENDAR\r\n")
    lines = text.split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line and len(line) <= 75 for line in lines)


@requests
def test_writing_again_gives_the_same_file(request_):
    assert upcoming(request_["arguments"], "ics") == upcoming(request_["arguments"], "ics")


def test_a_run_keeps_its_uid_when_asked_for_at_another_time():
    arguments = ["cron(0 2 ? * SUN *)", "--name", "patching", "--after"]
    earlier = read([*arguments, "2027-01-01T00:00:00Z"]).walk("VEVENT")
    later = read([*arguments, "2027-01-05T00:00:00Z"]).walk("VEVENT")
    assert earlier[1]["DTSTART"].dt == datetime(2027, 1, 10, 2, tzinfo=timezone.utc)
    assert [event["UID"] for event in earlier[1:]] == [event["UID"] for event in later[:-1]]


def test_texts_are_unescaped_to_what_was_meant():
    event = read(["cron(0 2 ? * MON,WED *)", "--duration", "4", "--cutoff", "1", "--after", "2027-01-01T00:00:00Z"]).walk("VEVENT")[0]
    assert event["DESCRIPTION"] == "At 02:00 every Monday and Wednesday, UTC.\nNo new tasks from Mon 2027-01-04 05:00."
