//! Members that an object has more than once.
//!
//! JSON allows it and every reader keeps one of them, mostly the last: a value that somebody has written would
//! be gone without a word, as after a merge of two versions of a plan's file.

use super::item::{Remark, within};
use super::text::Node;
use crate::diagnostic::{Code, Diagnostic};
use crate::pace::Pace;
use std::collections::HashMap;

/// How deep it is looked for: as deep as a plan's tasks have their parameters. Each level walks over the text
/// once more.
const DEEPEST: usize = 10;

/// After so many the rest is not told.
const MOST: usize = 100;

/// Tells the members of a document's objects that stand there with different values.
pub(super) async fn told_twice(document: Node<'_>, pace: &mut Pace) -> Vec<Remark> {
    let mut found = Vec::new();
    look_into(document, "", 0, &mut found, pace).await;
    found
}

async fn look_into(node: Node<'_>, path: &str, depth: usize, found: &mut Vec<Remark>, pace: &mut Pace) {
    if depth == DEEPEST || found.len() >= MOST {
        return;
    }
    let deeper = depth.saturating_add(1);
    if let Some(elements) = node.elements() {
        for (index, element) in elements.enumerate().filter(|(_, element)| element.has_parts()) {
            let place = format!("{path}[{index}]");
            Box::pin(look_into(element, &place, deeper, found, pace)).await;
            pace.step().await;
        }
    } else if let Some(members) = node.members() {
        let mut values = HashMap::new();
        for (member, value) in members {
            let place = || within(path, &member.name);
            if value.has_parts() {
                Box::pin(look_into(value, &place(), deeper, found, pace)).await;
            }
            if values.insert(member.name.clone(), value.text()).is_some_and(|before| before != value.text())
                && found.len() < MOST
            {
                let message = format!("{} is there twice, with different values.", member.name);
                let finding = Diagnostic::new(Code::ImportTwice, place(), message);
                found.push(Remark {
                    finding: finding.help("What is told last counts. Keep one of them."),
                    bytes: member.bytes.clone(),
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pace::at_once;

    fn fields(text: &str) -> Vec<String> {
        let found = at_once(told_twice(Node::new(text, 0..text.len()), &mut Pace::restless()));
        found.into_iter().map(|remark| remark.finding.field.into_owned()).collect()
    }

    #[test]
    fn a_member_is_told_that_has_two_values_however_it_is_written() {
        assert_eq!(fields(r#"{"Name": "a", "Name": "b"}"#), ["Name"]);
        assert_eq!(fields(r#"{"Name": "a", "N\u0061me": "b"}"#), ["Name"]);
        assert_eq!(fields(r#"{"A": [{"B": {"C": 1, "C": 2}}, {"B": 1}], "D": 1}"#), ["A[0].B.C"]);
    }

    #[test]
    fn nothing_is_told_where_nothing_is_lost() {
        assert_eq!(fields(r#"{"A": "a", "B": "a", "A": "a", "C": [{"A": 1}, {"A": 2}]}"#), [""; 0]);
    }

    #[test]
    fn its_work_and_its_words_are_bounded() {
        let many = format!("{{\"a\": 0{}}}", ", \"a\": 1, \"a\": 0".repeat(1000));
        assert_eq!(fields(&many).len(), MOST);
        let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
        assert_eq!(fields(&deep), [""; 0]);
    }
}
