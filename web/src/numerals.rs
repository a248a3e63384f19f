//! Numbers with a fraction, as styles and paths of the page have them.
//!
//! The standard library writes and reads every float exactly, by tables of 20 KB. What is drawn needs neither.

/// `value` with `places` digits behind the point: `12.50`. What is beyond 15 digits is not exact.
#[must_use]
pub fn decimal(value: f64, places: u32) -> String {
    let scale = 10_u64.pow(places);
    #[expect(clippy::cast_precision_loss, reason = "a small power of ten is exact")]
    let scaled = (value.abs() * scale as f64).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is rounded, and not negative"
    )]
    let scaled = scaled as u64;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let (whole, part) = (scaled / scale, scaled % scale);
    match places {
        0 => format!("{sign}{whole}"),
        places => format!("{sign}{whole}.{part:0width$}", width = places as usize),
    }
}

/// A part of a length, for a style: `12.500%`.
#[must_use]
pub fn percent(fraction: f64) -> String {
    format!("{}%", decimal(fraction * 100.0, 3))
}

/// A length, for a style: `12px`.
#[must_use]
pub fn pixels(length: f64) -> String {
    format!("{}px", decimal(length, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_in_percent() {
        assert_eq!(percent(1.0 / 3.0), "33.333%");
        assert_eq!(percent(0.0), "0.000%");
        assert_eq!(percent(1.0), "100.000%");
    }

    #[test]
    fn a_length_is_in_whole_pixels() {
        assert_eq!(pixels(12.5), "13px");
        assert_eq!(pixels(-3.2), "-3px");
        assert_eq!(pixels(-0.2), "0px");
    }

    #[test]
    fn a_decimal_is_as_the_standard_library_writes_it() {
        for step in -5_000_i32..5_000 {
            let value = f64::from(step) * 0.137_317;
            assert_eq!(decimal(value, 1), format!("{value:.1}").replace("-0.0", "0.0"));
            assert_eq!(decimal(value, 3), format!("{value:.3}"));
        }
    }
}
