//! What happens at one time stands side by side.

/// The place of an interval among those that it overlaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which column, from the left.
    pub column: usize,
    /// Of how many.
    pub of: usize,
}

/// Gives intervals that overlap columns of their own; each takes the first that is free. Intervals that
/// hang together share the number of columns.
///
/// `intervals` are sorted by their beginnings. Cost: a step for each interval and column.
#[must_use]
pub fn columns(intervals: &[(f64, f64)]) -> Vec<Column> {
    let mut placed: Vec<Column> = Vec::with_capacity(intervals.len());
    let mut ends: Vec<f64> = Vec::new();
    let mut group = 0;
    for (index, (from, to)) in intervals.iter().enumerate() {
        if ends.iter().all(|end| end <= from) {
            close(&mut placed, group, ends.len());
            (group, ends) = (index, Vec::new());
        }
        let column = ends.iter().position(|end| end <= from).unwrap_or(ends.len());
        match ends.get_mut(column) {
            Some(end) => *end = *to,
            None => ends.push(*to),
        }
        placed.push(Column { column, of: 1 });
    }
    close(&mut placed, group, ends.len());
    placed
}

fn close(placed: &mut [Column], group: usize, of: usize) {
    for column in placed.iter_mut().skip(group) {
        column.of = of;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_touches_stands_in_one_column() {
        let found = columns(&[(0.0, 1.0), (1.0, 2.0), (1.5, 3.0), (2.0, 2.5), (4.0, 5.0)]);
        let expected = [(0, 1), (0, 2), (1, 2), (0, 2), (0, 1)];
        assert_eq!(found.iter().map(|it| (it.column, it.of)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn no_two_that_overlap_share_a_column() {
        let all: Vec<(u8, u8)> =
            (0..4).flat_map(|from| (1..4).map(move |length| (from, from + length))).collect();
        for (a, b, c, d) in (0..20_736_usize).map(|n| (n % 12, n / 12 % 12, n / 144 % 12, n / 1728)) {
            let mut chosen = [all[a], all[b], all[c], all[d]];
            chosen.sort_unstable();
            let intervals = chosen.map(|(from, to)| (f64::from(from), f64::from(to)));
            let found = columns(&intervals);
            for (index, (first, at)) in intervals.iter().zip(&found).enumerate() {
                assert!(at.column < at.of);
                for (second, other) in intervals.iter().zip(&found).skip(index + 1) {
                    let overlap = second.0 < first.1 && first.0 < second.1;
                    assert!(!overlap || (at.column != other.column && at.of == other.of), "{chosen:?}");
                }
            }
        }
    }
}
