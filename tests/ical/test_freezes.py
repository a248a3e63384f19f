"""What the core's tests expect of calendar files, as the Python package recurring-ical-events reads them."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events

CALENDARS = Path(__file__).resolve().parents[1] / "cases" / "calendars"
CASES = json.loads((CALENDARS / "expected.json").read_text(encoding="utf-8"))
# The package refuses what is broken, and has nothing to say of a calendar without events.
READ = [case for case in CASES if case["events"] and case["file"] != "broken.ics"]


def instant(value, zone):
    """An instant; days begin in the zone, and so do times that name none."""
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    return (value if value.tzinfo else value.replace(tzinfo=ZoneInfo(zone))).astimezone(timezone.utc)


def union(spans):
    """The spans in their order, those that touch as one."""
    joined = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def spans_of(calendar, zone, begin, end):
    """What of its events is between the two instants; advisory and cancelled ones are none."""
    for event in recurring_ical_events.of(calendar).between(begin - timedelta(days=60), end + timedelta(days=2)):
        first, last = max(instant(event.start, zone), begin), min(instant(event.end, zone), end)
        if first < last and event.get("X-EVENT-TYPE") != "ADVISORY" and event.get("STATUS") != "CANCELLED":
            yield first, last


@pytest.mark.parametrize("case", READ, ids=lambda case: case["about"])
def test_it_is_closed_when_we_say(case):
    begin, end = (datetime.fromisoformat(case[name].replace("Z", "+00:00")) for name in ("from", "to"))
    calendar = icalendar.Calendar.from_ical((CALENDARS / case["file"]).read_bytes())
    closed = union(spans_of(calendar, case["readIn"], begin, end))
    if calendar.get("X-CALENDAR-TYPE") == "DEFAULT_CLOSED":
        opens, closes = [end_ for _, end_ in closed], [start for start, _ in closed]
        closed = [span for span in zip([begin, *opens], [*closes, end]) if span[0] < span[1]]
    text = lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    # It ends an event of a series at the same time of day; the standard has each last as long as the first.
    unlike = case.get("unlikeRecurringIcalEvents", {})
    expected = [(start, unlike.get(end_, end_)) for start, end_, _ in case["closed"]]
    assert [(text(start), text(end_)) for start, end_ in closed] == expected
