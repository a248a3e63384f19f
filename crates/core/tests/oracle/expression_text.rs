//! Random schedule expressions that AWS takes.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// What a plain field may hold.
#[derive(Clone, Copy)]
struct Field {
    least: u16,
    greatest: u16,
    greatest_step: u16,
    names: &'static [&'static str],
    wraps: bool,
}

const SIXTY: Field = Field { least: 0, greatest: 59, greatest_step: 59, names: &[], wraps: true };
const HOURS: Field = Field { least: 0, greatest: 23, greatest_step: 23, names: &[], wraps: true };
const DAYS: Field = Field { least: 1, greatest: 31, greatest_step: 31, names: &[], wraps: true };
const MONTHS: Field = Field {
    least: 1,
    greatest: 12,
    greatest_step: 12,
    names: &["JAN", "feb", "MAR", "Apr", "MAY", "JUN", "jul", "AUG", "SEP", "OCT", "nov", "DEC"],
    wraps: true,
};
const WEEKDAYS: Field = Field {
    least: 1,
    greatest: 7,
    greatest_step: 7,
    names: &["SUN", "mon", "TUE", "WED", "Thu", "FRI", "SAT"],
    wraps: true,
};
const YEARS: Field = Field { least: 1970, greatest: 2199, greatest_step: 230, names: &[], wraps: false };

/// Six fields or seven.
pub(crate) fn cron() -> impl Strategy<Value = String> {
    let seconds = prop_oneof![3 => plain(SIXTY), 4 => number(SIXTY), 1 => Just("*".to_owned())];
    let minutes = prop_oneof![4 => number(SIXTY), 2 => plain(SIXTY), 2 => select(vec!["0", "30", "*/15", "00"]).prop_map(str::to_owned)];
    // Clocks change in the first hours of the day.
    let hours = prop_oneof![3 => (0_u16..5).prop_map(|hour| hour.to_string()), 2 => number(HOURS), 3 => plain(HOURS), 1 => Just("*".to_owned())];
    (
        option::weighted(0.4, seconds),
        minutes,
        hours,
        prop_oneof![
            day_of_month().prop_map(|days| (days, "?".to_owned())),
            day_of_week().prop_map(|days| ("?".to_owned(), days)),
        ],
        prop_oneof![3 => Just("*".to_owned()), 2 => plain(MONTHS)],
        years(),
    )
        .prop_map(|(seconds, minutes, hours, (of_month, of_week), month, year)| {
            let seconds = seconds.map(|seconds| seconds + " ").unwrap_or_default();
            format!("cron({seconds}{minutes} {hours} {of_month} {month} {of_week} {year})")
        })
        // AWS takes 256 characters.
        .prop_filter("too long", |text| text.len() <= 256)
}

/// Every day, many times in the hours in which clocks change.
pub(crate) fn many_a_day() -> impl Strategy<Value = String> {
    let minutes = select(vec!["*", "*/5", "0/15", "0,30", "59", "0"]);
    let hours = select(vec!["*", "0-4", "22-2", "1,2,3", "0,23"]);
    (minutes, hours).prop_map(|(minutes, hours)| format!("cron({minutes} {hours} * * ? *)"))
}

/// A rate of minutes, hours or days.
pub(crate) fn rate() -> impl Strategy<Value = String> {
    (prop_oneof![1_u32..10, 1_u32..400], select(vec!["minute", "hour", "day"])).prop_map(|(value, unit)| {
        let plural = if value == 1 { "" } else { "s" };
        format!("rate({value} {unit}{plural})")
    })
}

fn day_of_month() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just("*".to_owned()),
        6 => plain(DAYS),
        1 => Just("L".to_owned()),
        1 => Just("LW".to_owned()),
        1 => (0_u8..=30).prop_map(|days| format!("L-{days}")),
        2 => (1_u8..=31).prop_map(|day| format!("{day}W")),
    ]
}

fn day_of_week() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just("*".to_owned()),
        6 => plain(WEEKDAYS),
        1 => Just("L".to_owned()),
        2 => value(WEEKDAYS).prop_map(|day| format!("{day}L")),
        4 => (value(WEEKDAYS), 1_u8..=5).prop_map(|(day, nth)| format!("{day}#{nth}")),
    ]
}

fn years() -> impl Strategy<Value = String> {
    let near = || 2005_u16..2035;
    prop_oneof![
        12 => Just("*".to_owned()),
        1 => plain(YEARS),
        1 => prop::collection::vec(near().prop_map(|year| year.to_string()), 1..6).prop_map(|years| years.join(",")),
        1 => (near(), 0_u16..20).prop_map(|(first, more)| format!("{first}-{}", first + more)),
        1 => (near(), 1_u16..9).prop_map(|(first, step)| format!("{first}/{step}")),
    ]
}

/// Terms between commas.
fn plain(field: Field) -> impl Strategy<Value = String> {
    prop_oneof![
        4 => term(field),
        1 => prop::collection::vec(term(field), 2..5).prop_map(|terms| terms.join(",")),
    ]
}

fn term(field: Field) -> BoxedStrategy<String> {
    let step = 1..=field.greatest_step;
    prop_oneof![
        4 => value(field),
        3 => range(field),
        1 => Just("*".to_owned()),
        1 => step.clone().prop_map(|step| format!("*/{step}")),
        1 => step.clone().prop_map(|step| format!("/{step}")),
        2 => (number(field), step.clone()).prop_map(|(base, step)| format!("{base}/{step}")),
        2 => (numbers(field), step).prop_map(|((first, last), step)| format!("{first}-{last}/{step}")),
    ]
    .boxed()
}

/// A number or, where there are names, half the time a name.
fn value(field: Field) -> BoxedStrategy<String> {
    if field.names.is_empty() {
        number(field).boxed()
    } else {
        prop_oneof![number(field), select(field.names).prop_map(str::to_owned)].boxed()
    }
}

/// A number, now and then with a leading zero.
fn number(field: Field) -> impl Strategy<Value = String> {
    (field.least..=field.greatest, prop::bool::weighted(0.1))
        .prop_map(|(number, zero)| if zero { format!("0{number}") } else { number.to_string() })
}

fn numbers(field: Field) -> impl Strategy<Value = (u16, u16)> {
    let values = field.least..=field.greatest;
    (values.clone(), values).prop_map(move |(one, other)| {
        if field.wraps { (one, other) } else { (one.min(other), one.max(other)) }
    })
}

fn range(field: Field) -> BoxedStrategy<String> {
    let numbers = numbers(field).prop_map(|(first, last)| format!("{first}-{last}"));
    if field.names.is_empty() {
        return numbers.boxed();
    }
    let names =
        (select(field.names), select(field.names)).prop_map(|(first, last)| format!("{first}-{last}"));
    prop_oneof![numbers, names].boxed()
}
