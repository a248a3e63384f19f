//! Numbers → text: for one with a fraction, the shortest text that is read back as the same number.
//!
//! In decimal arithmetic of any length, without tables: slow beside the known algorithms, at a twentieth of
//! their size.

use serde_json::Number;

/// The limbs of a long number hold nine decimal digits each, the lowest first.
const LIMB: u64 = 1_000_000_000;
const LIMB_DIGITS: usize = 9;

/// The most bits by which a limb grows in one multiplication without leaving 64.
const STEP_BITS: u32 = 29;

/// The greatest power of five of which the same is true.
const STEP_FIVES: u32 = 13;

/// How many digits a number has at most before its point, or zeros after it, to be written without an exponent.
const PLAIN: i32 = 17;

/// The number as JSON has it.
pub(crate) fn number_text(number: &Number) -> String {
    match (number.as_i64(), number.as_u64(), number.as_f64()) {
        (Some(whole), _, _) => whole.to_string(),
        (None, Some(whole), _) => whole.to_string(),
        (None, None, float) => float_text(float.unwrap_or_default()),
    }
}

/// A finite number; a whole one keeps its `.0`, by which it is read as a float again.
fn float_text(number: f64) -> String {
    let sign = if number.is_sign_negative() { "-" } else { "" };
    if number == 0.0 {
        return format!("{sign}0.0");
    }
    let (digits, point) = shortest(number.abs());
    let length = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    if !(-PLAIN..=PLAIN).contains(&point) {
        let (first, rest) = digits.split_at_checked(1).unwrap_or_default();
        let dot = if rest.is_empty() { "" } else { "." };
        return format!("{sign}{first}{dot}{rest}e{}", point.saturating_sub(1));
    }
    if point <= 0 {
        return format!("{sign}0.{}{digits}", zeros(point.saturating_neg()));
    }
    if point >= length {
        return format!("{sign}{digits}{}.0", zeros(point.saturating_sub(length)));
    }
    let at = usize::try_from(point).unwrap_or_default();
    let (whole, fraction) = digits.split_at_checked(at).unwrap_or_default();
    format!("{sign}{whole}.{fraction}")
}

/// The fewest digits that are nearer to a positive number than to its neighbours, and where their point is:
/// before which digit.
fn shortest(number: f64) -> (String, i32) {
    let bits = number.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let biased = i32::try_from(bits >> 52).unwrap_or_default();
    // In quarters of the last bit, so that the middles between neighbours are whole.
    let (mantissa, exponent) = match biased {
        0 => (fraction, -1074 - 2),
        _ => (fraction | 1 << 52, biased.saturating_sub(1075 + 2)),
    };
    let quarters = mantissa.saturating_mul(4);
    // The neighbour below a power of two is only half as far away.
    let below = if fraction == 0 && biased > 1 { 1 } else { 2 };
    let [low, exact, high] = same_length([
        digits_of(quarters.saturating_sub(below), exponent),
        digits_of(quarters, exponent),
        digits_of(quarters.saturating_add(2), exponent),
    ]);
    let width = exact.len();
    // What lies in the middle is read as the even neighbour.
    let is_within = |digits: &Vec<u8>| {
        (*digits > low && *digits < high)
            || (mantissa.is_multiple_of(2) && (*digits == low || *digits == high))
    };
    let first = exact.iter().position(|digit| *digit > 0).unwrap_or_default();
    let found = (first..=width).find_map(|end| {
        let (down, up) = (rounded(&exact, end, false), rounded(&exact, end, true));
        let rounds_up = exact.get(end).is_some_and(|next| *next >= 5);
        let nearest = if rounds_up { [up, down] } else { [down, up] };
        nearest.into_iter().find(is_within)
    });
    let digits = found.unwrap_or(exact);
    let start = digits.iter().position(|digit| *digit > 0).unwrap_or_default();
    let text: String =
        digits.iter().skip(start).map(|digit| char::from(digit.saturating_add(b'0'))).collect();
    // With a negative exponent, so many of the digits come after the point.
    let after = usize::try_from(exponent.min(0).unsigned_abs()).unwrap_or_default();
    let before = i32::try_from(width.saturating_sub(start)).unwrap_or_default();
    (text.trim_end_matches('0').to_owned(), before.saturating_sub(i32::try_from(after).unwrap_or_default()))
}

/// With zeros in front, one of them for the carry.
fn same_length(numbers: [Vec<u8>; 3]) -> [Vec<u8>; 3] {
    let longest = numbers.iter().map(Vec::len).max().unwrap_or_default().saturating_add(1);
    numbers.map(|digits| {
        let mut padded = vec![0; longest.saturating_sub(digits.len())];
        padded.extend(digits);
        padded
    })
}

/// The digits before `end` with zeros after them, or the next number of that kind.
fn rounded(digits: &[u8], end: usize, up: bool) -> Vec<u8> {
    let mut carries = up;
    let mut rounded: Vec<u8> = Vec::with_capacity(digits.len());
    for (index, digit) in digits.iter().enumerate().rev() {
        rounded.push(match (index < end, carries) {
            (false, _) => 0,
            (true, true) if *digit == 9 => 0,
            (true, true) => {
                carries = false;
                digit.saturating_add(1)
            }
            (true, false) => *digit,
        });
    }
    rounded.reverse();
    rounded
}

/// The digits of `number` × 2^`exponent`; with a negative exponent those of `number` × 5^-`exponent`, which are
/// the same with their point that much farther left.
fn digits_of(number: u64, exponent: i32) -> Vec<u8> {
    let (base, step) = if exponent < 0 { (5_u64, STEP_FIVES) } else { (2, STEP_BITS) };
    let mut limbs = vec![number % LIMB, number / LIMB % LIMB, number / LIMB / LIMB];
    let mut left = exponent.unsigned_abs();
    while left > 0 {
        let factor = base.saturating_pow(left.min(step));
        left = left.saturating_sub(step);
        let mut carried = 0_u64;
        for limb in &mut limbs {
            let product = limb.saturating_mul(factor).saturating_add(carried);
            *limb = product % LIMB;
            carried = product / LIMB;
        }
        limbs.extend((carried > 0).then_some(carried % LIMB));
        limbs.extend((carried >= LIMB).then_some(carried / LIMB));
    }
    let mut digits = Vec::with_capacity(limbs.len().saturating_mul(LIMB_DIGITS));
    for mut limb in limbs {
        for _ in 0..LIMB_DIGITS {
            digits.extend(u8::try_from(limb % 10));
            limb /= 10;
        }
    }
    digits.reverse();
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// How many digits a number's text has, without the zeros at its ends.
    fn digits(text: &str) -> usize {
        let mantissa = text.split(['e', 'E']).next().unwrap();
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        digits.trim_matches('0').len()
    }

    fn check(number: f64) {
        let text = float_text(number);
        let same: f64 = text.parse().unwrap();
        assert_eq!(same.to_bits(), number.to_bits(), "{text} of {number:?}");
        assert_eq!(digits(&text), digits(&format!("{number:e}")), "{text} of {number:?}");
        assert!(!serde_json::from_str::<Number>(&text).unwrap().is_i64(), "{text}");
    }

    proptest! {
        #[test]
        fn the_text_is_read_back_and_as_short_as_the_standard_librarys(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            if number.is_finite() {
                check(number);
            }
        }

        #[test]
        fn so_is_that_of_seconds_with_milliseconds(millis in any::<u32>()) {
            check(f64::from(millis) / 1000.0);
            check(f64::from(millis));
        }
    }

    #[test]
    fn the_ends_of_the_numbers_and_powers_of_two_are_as_short_too() {
        let ends = [0.0, -0.0, f64::MIN_POSITIVE, f64::MAX, f64::MIN, f64::EPSILON, f64::from_bits(1)];
        ends.into_iter().for_each(check);
        (-1074..1024).map(|exponent| 2_f64.powi(exponent)).for_each(check);
        (-300..300).map(|exponent| 10_f64.powi(exponent)).for_each(check);
        (-300..300).map(|exponent| 9.5 * 10_f64.powi(exponent)).for_each(check);
    }

    #[test]
    fn numbers_of_everyday_size_have_no_exponent() {
        let texts =
            [1.5, 0.1, -2.25, 1_577_873_044.0, 1_515_006_912.957, 1e300, 1e-30, 123e18].map(float_text);
        assert_eq!(
            texts,
            ["1.5", "0.1", "-2.25", "1577873044.0", "1515006912.957", "1e300", "1e-30", "1.23e20"]
        );
        assert_eq!(number_text(&Number::from(u64::MAX)), "18446744073709551615");
        assert_eq!(number_text(&Number::from(i64::MIN)), "-9223372036854775808");
    }
}
