//! Five-field cron, as Unix and Kubernetes write it → AWS's six fields.

use crate::schedule::source::{Token, is_number};

/// AWS's form of five Unix fields; `None` where AWS has none (both day fields set: Unix runs on
/// either, AWS allows one).
///
/// Fields that hold a `?` are AWS's own with the year forgotten.
pub(in crate::schedule) fn to_aws(fields: &[Token<'_>]) -> Option<String> {
    let [minutes, hours, of_month, month, of_week] = fields else {
        return None;
    };
    let (of_month, of_week) = match (of_month.text, of_week.text) {
        ("?", _) | (_, "?") => (of_month.text.to_owned(), of_week.text.to_owned()),
        (_, "*") => (of_month.text.to_owned(), "?".to_owned()),
        ("*", days) => ("?".to_owned(), weekday_names(days)?),
        _ => return None,
    };
    Some(format!("cron({} {} {of_month} {} {of_week} *)", minutes.text, hours.text, month.text))
}

/// Unix counts 0 or 7 = Sunday; names leave no doubt.
fn weekday_names(days: &str) -> Option<String> {
    if days.as_bytes().contains(&b'/') {
        return None;
    }
    let name = |day: &str| -> Option<String> {
        if !is_number(day) {
            return Some(day.to_ascii_uppercase());
        }
        let number = day.parse::<usize>().ok().filter(|number| *number <= 7)?;
        super::WEEKDAY_NAMES.get(number % 7).map(|name| (*name).to_owned())
    };
    let terms: Option<Vec<String>> = days
        .split(',')
        .map(|term| {
            let ends: Option<Vec<String>> = term.split('-').map(name).collect();
            ends.map(|ends| ends.join("-"))
        })
        .collect();
    terms.map(|terms| terms.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::source::split_fields;

    #[track_caller]
    fn converts(unix: &str, aws: Option<&str>) {
        let fields = split_fields(Token { text: unix, at: 0 });
        assert_eq!(to_aws(&fields).as_deref(), aws, "{unix}");
    }

    #[test]
    fn five_unix_fields_become_six_of_awss() {
        converts("15 16 * * *", Some("cron(15 16 * * ? *)"));
        converts("0 3 * * 0", Some("cron(0 3 ? * SUN *)"));
        converts("0 3 * * 1-5", Some("cron(0 3 ? * MON-FRI *)"));
        converts("0 3 * * 6,7", Some("cron(0 3 ? * SAT,SUN *)"));
        converts("0 10 * * ?", Some("cron(0 10 * * ? *)"));
        converts("0 3 1 * 1", None);
    }
}
