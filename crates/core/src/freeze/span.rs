//! Spans of time → their union, and what lies between.

use crate::order::sort_by_key;

/// One event of a series, in seconds since the epoch: from `start`, until `end`, not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub(super) start: i64,
    pub(super) end: i64,
    /// Which of the calendar's events it is.
    pub(super) event: usize,
}

impl Span {
    /// Whether any of its time is between `from` and `to`.
    pub(super) fn touches(&self, from: i64, to: i64) -> bool {
        self.start < self.end && self.start < to && from < self.end
    }
}

/// Time without a gap, and the events it is made of in the order they begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Union {
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) events: Vec<usize>,
}

/// The union of spans, cut to `from` and `to`. `events` is how many the calendar has.
pub(super) fn union(mut spans: Vec<Span>, events: usize, from: i64, to: i64) -> Vec<Union> {
    sort_by_key(&mut spans, |span| *span);
    let mut unions: Vec<Union> = Vec::new();
    // For each event the union that it was seen in last.
    let mut seen_in = vec![usize::MAX; events];
    for span in spans {
        let (start, end) = (span.start.max(from), span.end.min(to));
        match unions.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => unions.push(Union { start, end, events: Vec::new() }),
        }
        let current = unions.len();
        if let (Some(last), Some(seen_in)) = (unions.last_mut(), seen_in.get_mut(span.event))
            && *seen_in != current
        {
            *seen_in = current;
            last.events.push(span.event);
        }
    }
    unions
}

/// What the unions leave of the time from `from` to `to`.
pub(super) fn complement(unions: &[Union], from: i64, to: i64) -> Vec<Union> {
    let starts = unions.iter().map(|union| union.start).chain([to]);
    let ends = [from].into_iter().chain(unions.iter().map(|union| union.end));
    let between = ends.zip(starts).filter(|(end, start)| end < start);
    between.map(|(end, start)| Union { start: end, end: start, events: Vec::new() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spans() -> impl Strategy<Value = Vec<Span>> {
        let span = (0..60_i64, 0..12_i64, 0..4_usize);
        prop::collection::vec(
            span.prop_map(|(start, length, event)| Span { start, end: start + length, event }),
            0..20,
        )
    }

    proptest! {
        #[test]
        fn each_second_is_in_the_union_just_as_it_is_in_a_span(spans in spans(), from in 0..30_i64, length in 1..40_i64) {
            let to = from + length;
            let touching: Vec<Span> = spans.iter().copied().filter(|span| span.touches(from, to)).collect();
            let unions = union(touching, 4, from, to);
            let gaps = complement(&unions, from, to);
            for second in from - 2..to + 2 {
                let of_spans = spans.iter().filter(|span| (span.start..span.end).contains(&second));
                let is_asked = (from..to).contains(&second);
                let is_in = |unions: &[Union]| unions.iter().filter(|union| (union.start..union.end).contains(&second)).count();
                prop_assert_eq!(is_in(&unions), usize::from(is_asked && of_spans.clone().count() > 0));
                prop_assert_eq!(is_in(&unions) + is_in(&gaps), usize::from(is_asked));
                for span in of_spans.filter(|_| is_asked) {
                    let around = unions.iter().find(|union| (union.start..union.end).contains(&second)).unwrap();
                    prop_assert!(around.events.contains(&span.event));
                }
            }
            prop_assert!(unions.windows(2).all(|pair| pair[0].end < pair[1].start));
            for union in &unions {
                let mut once = union.events.clone();
                once.sort_unstable();
                once.dedup();
                prop_assert_eq!(once.len(), union.events.len());
            }
        }
    }
}
