//! A schedule in plain English.

mod days;
mod hour_cycle;
mod phrase;
mod times;

pub(super) use days::{days_of_month, days_of_week, months, years};
pub use hour_cycle::HourCycle;
pub(super) use times::unit;

use super::Schedule;
use super::cron::Weekday;
use crate::occurrence::Timing;
use chrono::{Datelike, Timelike};
use phrase::count;

/// Says when a schedule runs: time, days, offset and zone.
///
/// ```
/// use window_planner_core::occurrence::Timing;
/// use window_planner_core::schedule::{Schedule, describe};
/// use window_planner_core::zone::Zone;
///
/// let (schedule, _) = Schedule::parse("cron(30 23 ? * TUE#3 *)").into_parts();
/// let timing = Timing::new(schedule.unwrap(), Zone::named("America/Los_Angeles"))
///     .with_schedule_offset(Some(2));
/// assert_eq!(
///     describe(&timing),
///     "At 23:30 on the third Tuesday of every month, then 2 days later, Los Angeles time"
/// );
/// ```
#[must_use]
pub fn describe(timing: &Timing) -> String {
    describe_by(timing, HourCycle::H23)
}

/// The same, with times of day as the reader counts them.
///
/// ```
/// use window_planner_core::occurrence::Timing;
/// use window_planner_core::schedule::{HourCycle, Schedule, describe_by};
///
/// let (schedule, _) = Schedule::parse("cron(0/5 8-17 ? * MON-FRI *)").into_parts();
/// let timing = Timing::new(schedule.unwrap(), None);
/// assert_eq!(
///     describe_by(&timing, HourCycle::H12),
///     "Every 5 minutes from 8:00 AM to 5:59 PM, from Monday to Friday, UTC"
/// );
/// ```
#[must_use]
pub fn describe_by(timing: &Timing, cycle: HourCycle) -> String {
    let zone = timing.zone();
    let zone = match zone.name() {
        "UTC" => "UTC".to_owned(),
        _ => format!("{} time", zone.city()),
    };
    match timing.schedule() {
        Schedule::Cron(cron) => {
            let offset = timing
                .schedule_offset()
                .map(|days| format!(", then {} later", count(days.into(), "day")))
                .unwrap_or_default();
            let (times, days) = (times::of_day(cron, cycle), days::of_calendar(cron));
            // Two spans after one another need a pause.
            let pause = if days.starts_with("from ") && times.split(' ').any(|word| word == "from") {
                ","
            } else {
                ""
            };
            format!("{times}{pause} {days}{offset}, {zone}")
        }
        Schedule::Rate(rate) => {
            let every = match rate.value() {
                1 => rate.unit().singular().to_owned(),
                value => format!("{value} {}", rate.unit().after(value)),
            };
            format!("Every {every}, counted from the window's creation or a later StartDate")
        }
        Schedule::At(moment) => {
            let weekday = Weekday::from_days_since_sunday(moment.weekday().num_days_from_sunday()).name();
            let (day, month, year) = (moment.day(), phrase::month(moment.month()), moment.year());
            let [hour, minute, second] = [moment.hour(), moment.minute(), moment.second()]
                .map(|part| u16::try_from(part).unwrap_or(0));
            let time = cycle.time(hour, minute, second);
            format!("Once, on {weekday} {day} {month} {year:04} at {time}, {zone}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::Zone;

    #[track_caller]
    fn says(text: &str, english: &str) {
        let (schedule, found) = Schedule::parse(text).into_parts();
        let schedule = schedule.unwrap_or_else(|| panic!("{text}: {found:?}"));
        assert_eq!(describe(&Timing::new(schedule, None)), english, "{text}");
    }

    #[test]
    fn times_of_day_are_named_as_people_name_them() {
        says("cron(30 9 ? * * *)", "At 09:30 every day, UTC");
        says("cron(24 30 9 ? * * *)", "At 09:30:24 every day, UTC");
        says("cron(0 2,14 ? * SUN *)", "At 02:00 and 14:00 every Sunday, UTC");
        says("cron(15,45 2 * * ? *)", "At 02:15 and 02:45 every day, UTC");
        says("cron(0 * * * ? *)", "Every hour every day, UTC");
        says("cron(20 * * * ? *)", "Every hour at minute 20 every day, UTC");
        says("cron(0 */4 * * ? *)", "Every 4 hours from 00:00 every day, UTC");
        says("cron(0 */4 ? * MON-FRI *)", "Every 4 hours from 00:00, from Monday to Friday, UTC");
        says("cron(0/15 * * * ? *)", "Every 15 minutes every day, UTC");
        says("cron(1/10 * ? * * *)", "Every 10 minutes from minute 1 of every hour every day, UTC");
        says(
            "cron(0/5 8-17 ? * MON-FRI *)",
            "Every 5 minutes from 08:00 to 17:59, from Monday to Friday, UTC",
        );
        says("cron(* * * * ? *)", "Every minute every day, UTC");
        says("cron(* * * * * ? *)", "Every second every day, UTC");
        says("cron(0/7 3 * * ? *)", "Every 7 minutes from 03:00 to 03:59 every day, UTC");
        says("cron(0/20 1,5 * * ? *)", "Every 20 minutes in the hours 01 and 05 every day, UTC");
        says(
            "cron(10/20 0 2 * * ? *)",
            "At 02:00, every 20 seconds from second 10 of every minute, every day, UTC",
        );
    }

    #[test]
    fn the_reader_may_count_twelve_hours() {
        for (text, english) in [
            ("cron(0 0,12 ? * SUN *)", "At 12:00 AM and 12:00 PM every Sunday, UTC"),
            ("cron(24 30 21 ? * * *)", "At 9:30:24 PM every day, UTC"),
            ("cron(30 */4 * * ? *)", "Every 4 hours from 12:30 AM every day, UTC"),
            ("cron(5 9-17 * * ? *)", "Every hour from 9:05 AM to 5:05 PM every day, UTC"),
            (
                "cron(5 1,3,5,7,20 * * ? *)",
                "At 1:05 AM, 3:05 AM, 5:05 AM, 7:05 AM and 8:05 PM every day, UTC",
            ),
            ("cron(0/20 1,13 * * ? *)", "Every 20 minutes in the hours 1 AM and 1 PM every day, UTC"),
            ("at(2027-07-07T15:55:00)", "Once, on Wednesday 7 July 2027 at 3:55 PM, UTC"),
        ] {
            let timing = Timing::new(Schedule::parse(text).into_parts().0.unwrap(), None);
            assert_eq!(describe_by(&timing, HourCycle::H12), english, "{text}");
        }
    }

    #[test]
    fn days_are_named_as_people_name_them() {
        says("cron(0 2 1 * ? *)", "At 02:00 on the 1st of every month, UTC");
        says("cron(0 2 1,15 JAN,JUL ? *)", "At 02:00 on the 1st and 15th of January and July, UTC");
        says("cron(0 2 L * ? *)", "At 02:00 on the last day of every month, UTC");
        says("cron(0 2 L-3 * ? *)", "At 02:00 3 days before the last day of every month, UTC");
        says("cron(0 2 LW * ? *)", "At 02:00 on the last day from Monday to Friday of every month, UTC");
        says(
            "cron(0 2 15W * ? *)",
            "At 02:00 on the day from Monday to Friday nearest to the 15th of every month, UTC",
        );
        says("cron(0 2 1/2 * ? *)", "At 02:00 every 2 days from the 1st of every month, UTC");
        says("cron(0 2 10-12 2 ? *)", "At 02:00 from the 10th to the 12th of February, UTC");
        says("cron(0 2 ? * 6L *)", "At 02:00 on the last Friday of every month, UTC");
        says(
            "cron(0 2 ? 1/3 MON#1 *)",
            "At 02:00 on the first Monday of January, April, July and October, UTC",
        );
        says("cron(0 2 ? * FRI-MON *)", "At 02:00 from Friday to Monday, UTC");
        says("cron(0 2 ? * MON,WED,FRI *)", "At 02:00 every Monday, Wednesday and Friday, UTC");
        says("cron(0 2 ? 3-5 SUN 2027)", "At 02:00 every Sunday from March to May in 2027, UTC");
        says("cron(0 2 ? 6 * 2027-2029)", "At 02:00 every day in June from 2027 to 2029, UTC");
        says("cron(0 0 31 2 ? *)", "At 00:00 on the 31st of February, UTC");
        says("cron(0 2 ? 1/1 TUE#2 *)", "At 02:00 on the second Tuesday of every month, UTC");
    }

    #[test]
    fn rates_and_moments_are_described_too() {
        says("rate(1 day)", "Every day, counted from the window's creation or a later StartDate");
        says("rate(90 minutes)", "Every 90 minutes, counted from the window's creation or a later StartDate");
        let (at, _) = Schedule::parse("at(2027-07-07T15:55:00)").into_parts();
        let timing = Timing::new(at.unwrap(), Zone::named("Asia/Tokyo"));
        assert_eq!(describe(&timing), "Once, on Wednesday 7 July 2027 at 15:55, Tokyo time");
    }
}
