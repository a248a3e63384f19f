//! Values in the order of something that they have.
//!
//! A sort of the standard library takes five kilobytes of WebAssembly for each type of value (decision 43). Here one,
//! of places, is there for all.

use std::{cmp::Ordering, mem};

/// Sorts values by what `key` makes of each, once for each; those of one key keep their order.
///
/// # Examples
///
/// ```
/// use window_planner_core::order::sort_by_key;
///
/// let mut zones = vec!["Europe/Berlin", "Asia/Tokyo", "Etc/UTC"];
/// sort_by_key(&mut zones, |zone| zone.len());
/// assert_eq!(zones, ["Etc/UTC", "Asia/Tokyo", "Europe/Berlin"]);
/// ```
pub fn sort_by_key<T, K: Ord>(values: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = values.iter().map(key).collect();
    let order = order(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    arrange(values, &order);
}

/// Sorts values as `compare` has two of them; equal ones keep their order.
pub fn sort_by<T>(values: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(values.len(), &|one, other| match (values.get(one), values.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    arrange(values, &order);
}

/// The places of so many values, in their order.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

fn arrange<T>(values: &mut Vec<T>, order: &[usize]) {
    let mut taken: Vec<Option<T>> = mem::take(values).into_iter().map(Some).collect();
    values.extend(order.iter().filter_map(|place| taken.get_mut(*place)?.take()));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn values_are_in_the_order_that_the_standard_library_gives(values: Vec<(u8, u8)>) {
            let mut expected = values.clone();
            expected.sort_by_key(|(key, _)| *key);
            let mut by_key = values.clone();
            sort_by_key(&mut by_key, |(key, _)| *key);
            prop_assert_eq!(&by_key, &expected);
            let mut compared = values;
            sort_by(&mut compared, |(one, _), (other, _)| one.cmp(other));
            prop_assert_eq!(compared, expected);
        }
    }
}
