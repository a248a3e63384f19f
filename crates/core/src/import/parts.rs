//! A plan's file → the plan, window by window.

use super::document::after_blanks;
use super::item::Item;
use crate::distinct::Texts;
use crate::pace::Pace;
use crate::plan::Plan;
use std::ops::Range;

/// More members than a plan has; each is sought among all.
const MOST_MEMBERS: usize = 20;

impl Item<'_> {
    /// The plan that it is, read with the rests of `pace` between its windows; `None` where [`Item::plan`] has to be
    /// asked: there is something wrong with it, or it is of an earlier version.
    pub(super) async fn plan_in_parts(&self, pace: &mut Pace) -> Option<Plan> {
        if self.members.len() > MOST_MEMBERS || !self.tells_all_once() {
            return None;
        }
        let windows = self.members.get("Windows")?.1.elements()?;
        let version = self.members.get("Version")?.1.text();
        // As deep as it stands in the file.
        let read = |members: Vec<_>, windows: Vec<_>| Plan::from_json(&Plan::joined(members, windows)).ok();
        let others = self.members.iter().map(|(name, (_, node))| (&**name, node.text()));
        let mut plan = read(others.filter(|(name, _)| *name != "Windows").collect(), Vec::new())?;
        let mut ids = Texts::default();
        for window in windows {
            let part = read(vec![("Version", version)], vec![window.text()])?;
            let [window] = <[_; 1]>::try_from(part.windows).ok()?;
            if !ids.insert(window.id.as_str()) {
                return None;
            }
            plan.windows.push(window);
            pace.step().await;
        }
        Some(plan)
    }

    /// Whether no member is there twice: what is not looked at could not be read.
    fn tells_all_once(&self) -> bool {
        let Range { start, end } = self.node.bytes();
        let text = self.node.text();
        let mut at = 1;
        loop {
            at = after_blanks(text, at);
            if text.as_bytes().get(at) == Some(&b',') {
                at = after_blanks(text, at.saturating_add(1));
            }
            let place = start.saturating_add(at);
            match self.members.values().find(|(member, _)| member.bytes.start == place) {
                Some((_, value)) => at = value.bytes().end.saturating_sub(start),
                None => return place.saturating_add(1) == end,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::item::{Kind, items};
    use super::*;
    use crate::Timestamp;
    use crate::pace::at_once;
    use crate::plan::CalendarFile;
    use crate::window::CreateMaintenanceWindowRequest;
    use proptest::prelude::*;

    /// A plan of three windows, with all that a plan has.
    fn plan() -> String {
        let mut plan = Plan::default();
        plan.name = Some("My {plan}".into());
        for name in ["a", "\"]}", "é"] {
            let definition = CreateMaintenanceWindowRequest { name: Some(name.into()), ..Default::default() };
            plan.add(definition, Timestamp::EPOCH);
        }
        plan.calendars.push(CalendarFile { name: "freeze.ics".into(), text: "BEGIN:VCALENDAR\r\n".into() });
        plan.to_json()
    }

    /// Reads what is a plan in parts, which comes to the same as whole or to nothing. Tells whether it came to a plan.
    #[track_caller]
    fn is_read_in_parts(text: &str) -> bool {
        let items = items(text).items;
        let Some(item) = items.first().filter(|item| item.kind == Kind::Plan) else { return false };
        let in_parts = at_once(item.plan_in_parts(&mut Pace::restless()));
        if let Some(plan) = &in_parts {
            assert_eq!(item.plan().as_ref(), Ok(plan), "{text}");
        }
        in_parts.is_some()
    }

    #[test]
    fn a_plan_is_read_in_parts_or_left_to_who_tells_what_is_wrong() {
        let whole = plan();
        assert!(is_read_in_parts(&whole));
        assert!(is_read_in_parts(r#"{"Windows": [], "Version": 2}"#));
        let first = &whole[whole.find("\"mw-").unwrap()..][..22];
        let second = &whole[whole.rfind("\"mw-").unwrap()..][..22];
        let too_many: Vec<String> = (0..MOST_MEMBERS).map(|place| format!(", \"{place}\": 1")).collect();
        for wrong in [
            whole.replace("\"Version\": 2", &format!("\"Version\": 2{}", too_many.concat())),
            whole.replace(second, first),
            whole.replace("\"Enabled\": true", "\"Enabled\": \"no\""),
            whole.replace("\"Version\": 2", "\"Version\": 3"),
            whole.replace("\"Version\": 2", "\"Version\": 1"),
            whole.replace("\"Version\": 2", "\"Version\": 2, \"Window\": 1"),
            whole.replace("\"Name\": \"My", "\"Name\": 1e999, \"Name\": \"My"),
            whole.replacen("\"Definition\": {", "\"Definition\": {\"Name\": [[1e999]], ", 1),
            r#"{"version":1,"windows":[]}"#.to_owned(),
            r#"{"Version":2,"Windows":[1]}"#.to_owned(),
            r#"{"Version":2,"Windows":{}}"#.to_owned(),
        ] {
            assert_ne!(wrong, whole);
            assert!(!is_read_in_parts(&wrong), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_plan_with_a_letter_too_many_is_read_in_parts_as_it_is_whole(
            at in any::<prop::sample::Index>(), letter in "[\\[\\]{}\",:\\\\a1 ]"
        ) {
            let whole = plan();
            let places: Vec<usize> = whole.char_indices().map(|(place, _)| place).collect();
            let (before, after) = whole.split_at(places[at.index(places.len())]);
            is_read_in_parts(&format!("{before}{letter}{after}"));
            let without: String = after.chars().skip(1).collect();
            is_read_in_parts(&format!("{before}{letter}{without}"));
        }
    }
}
