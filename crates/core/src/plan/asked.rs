//! Which windows touch a node, a tag or a resource group: the question as a person types it.

use super::{ResourceType, Target, Window, meets};

/// A node, a tag or a resource group that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nodes whose ids begin so: `i-0123`, `mi-0123456789abcdef0`.
    Node(String),
    /// A tag by key and value: `tag:Env=prod`.
    Tag(String, String),
    /// A tag by its key alone: `tag:Env`.
    TagKey(String),
    /// A resource group by name: `group:web`.
    Group(String),
}

/// How a window stands to what is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touch {
    /// No target and no task of it is registered for it.
    No,
    /// Only AWS can tell: it names nodes by tag or group, or by more tags than the one asked for.
    Perhaps,
    /// A target or a task of it is registered for it.
    Yes,
}

impl Asked {
    /// Reads `i-…` and `mi-…` with hexadecimal digits, `tag:KEY=VALUE`, `tag:KEY`, `tag-key=KEY` and
    /// `group:NAME`, also as AWS writes them (`InstanceIds=…`, `resource-groups:Name=…`); none of any
    /// other text.
    ///
    /// ```
    /// use window_planner_core::plan::Asked;
    ///
    /// assert_eq!(Asked::parse("tag:Env=prod"), Some(Asked::Tag("Env".into(), "prod".into())));
    /// assert_eq!(Asked::parse("i-team"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let after = |prefixes: &[&str]| prefixes.iter().find_map(|prefix| text.strip_prefix(prefix));
        if let Some(tag) = after(&["tag:"]) {
            return match tag.split_once('=') {
                None => given(tag).map(Self::TagKey),
                Some((key, value)) => given(key).map(|key| match given(value) {
                    Some(value) => Self::Tag(key, value),
                    None => Self::TagKey(key),
                }),
            };
        }
        if let Some(key) = after(&["tag-key=", "tag-key:"]) {
            return given(key).map(Self::TagKey);
        }
        if let Some(name) = after(&["group:", "resource-groups:Name="]) {
            return given(name).map(Self::Group);
        }
        let id = after(&["InstanceIds="]).unwrap_or(text);
        let digits = id.strip_prefix("i-").or_else(|| id.strip_prefix("mi-"))?;
        let is_id = (1..=17).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_id.then(|| Self::Node(id.to_owned()))
    }

    /// What `DescribeMaintenanceWindowsForTarget` would be asked about a window; of a beginning of an id
    /// or a key, all that the window names of it.
    fn request(&self, window: &Window) -> (ResourceType, Vec<Target>) {
        let named = |key: &str, is_meant: &dyn Fn(&str) -> bool| {
            let targets = window.targets.iter().flat_map(|target| &target.targets);
            let all = targets.chain(window.tasks.iter().flat_map(|task| &task.targets));
            let values = all.filter(|target| target.key == key).flat_map(|target| &target.values);
            let values = values.filter(|value| is_meant(value)).cloned().collect();
            Target { key: key.to_owned(), values }
        };
        let one = |key: &str, value: &str| Target { key: key.to_owned(), values: vec![value.to_owned()] };
        match self {
            Self::Node(start) => {
                (ResourceType::Instance, vec![named("InstanceIds", &|id| id.starts_with(start.as_str()))])
            }
            Self::Tag(key, value) => (ResourceType::Instance, vec![one(&format!("tag:{key}"), value)]),
            Self::TagKey(key) => {
                let asked = vec![one("tag-key", key), named(&format!("tag:{key}"), &|_| true)];
                (ResourceType::Instance, asked)
            }
            Self::Group(name) => (ResourceType::ResourceGroup, vec![one("resource-groups:Name", name)]),
        }
    }
}

impl Window {
    /// Whether it touches what is asked for, by the rule of [`Window::serves`].
    #[must_use]
    pub fn touch(&self, asked: &Asked) -> Touch {
        let (resource_type, request) = asked.request(self);
        if self.serves(resource_type, &request) {
            return Touch::Yes;
        }
        let perhaps = self.targets.iter().any(|target| match asked {
            Asked::Node(_) => {
                let by_ids = target.targets.iter().any(|entry| entry.key == "InstanceIds");
                !target.targets.is_empty() && !by_ids
            }
            Asked::Tag(..) | Asked::TagKey(_) => {
                let entries = || target.targets.iter();
                target.resource_type == ResourceType::Instance
                    && entries().any(|entry| request.iter().any(|asked| meets(entry, asked)))
            }
            // Which types of resources a group has, only AWS can tell.
            Asked::Group(name) => target
                .targets
                .iter()
                .any(|entry| entry.key == "resource-groups:Name" && entry.values.contains(name)),
        });
        if perhaps { Touch::Perhaps } else { Touch::No }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Timestamp;
    use crate::plan::{Plan, TaskType, WindowTarget, WindowTask};
    use crate::window::CreateMaintenanceWindowRequest;

    fn window(resource_type: ResourceType, entries: &[(&str, &[&str])]) -> Window {
        let mut plan = Plan::default();
        let target = WindowTarget {
            window_target_id: plan.new_target_id(Timestamp::EPOCH),
            resource_type,
            targets: targets(entries),
            owner_information: None,
            name: None,
            description: None,
        };
        let mut window = plan.add(CreateMaintenanceWindowRequest::default(), Timestamp::EPOCH).clone();
        window.targets = vec![target];
        window
    }

    fn targets(entries: &[(&str, &[&str])]) -> Vec<Target> {
        let entry = |(key, values): &(&str, &[&str])| Target {
            key: (*key).to_owned(),
            values: values.iter().map(|&value| value.to_owned()).collect(),
        };
        entries.iter().map(entry).collect()
    }

    #[test]
    fn a_question_is_read_in_every_form_and_a_name_is_none() {
        let text = str::to_owned;
        for (question, asked) in [
            ("i-0123456789abcdef0", Some(Asked::Node(text("i-0123456789abcdef0")))),
            (" mi-01 ", Some(Asked::Node(text("mi-01")))),
            ("InstanceIds=i-01", Some(Asked::Node(text("i-01")))),
            ("tag:Env=prod", Some(Asked::Tag(text("Env"), text("prod")))),
            ("tag:Env = a=b", Some(Asked::Tag(text("Env"), text("a=b")))),
            ("tag:Env=", Some(Asked::TagKey(text("Env")))),
            ("tag:Env", Some(Asked::TagKey(text("Env")))),
            ("tag-key=Env", Some(Asked::TagKey(text("Env")))),
            ("group:web", Some(Asked::Group(text("web")))),
            ("resource-groups:Name=web", Some(Asked::Group(text("web")))),
            ("tag:", None),
            ("tag:=x", None),
            ("group:", None),
            ("i-", None),
            ("i-0123456789abcdef01", None),
            ("i-tier", None),
            ("Web-Tier", None),
            ("", None),
        ] {
            assert_eq!(Asked::parse(question), asked, "{question:?}");
        }
    }

    #[test]
    fn a_window_touches_what_it_names_and_perhaps_what_only_aws_can_tell() {
        use ResourceType::{Instance, ResourceGroup};
        use Touch::{No, Perhaps, Yes};
        let by_id: &[(&str, &[&str])] = &[("InstanceIds", &["i-0123", "i-9"])];
        let by_tag: &[(&str, &[&str])] = &[("tag:Env", &["prod", "test"])];
        let by_two: &[(&str, &[&str])] = &[("tag:Env", &["prod"]), ("tag:Role", &["web"])];
        let by_key: &[(&str, &[&str])] = &[("tag-key", &["Env"])];
        let group: &[(&str, &[&str])] = &[("resource-groups:Name", &["web"])];
        let filtered: &[(&str, &[&str])] = &[
            ("resource-groups:Name", &["web"]),
            ("resource-groups:ResourceTypeFilters", &["AWS::EC2::Instance"]),
        ];
        for (kind, entries, answers) in [
            (Instance, by_id, [Yes, No, No, No, No]),
            (Instance, by_tag, [Perhaps, Yes, No, Yes, No]),
            (Instance, by_two, [Perhaps, Perhaps, No, Perhaps, No]),
            (Instance, by_key, [Perhaps, Yes, Yes, Yes, No]),
            (ResourceGroup, group, [Perhaps, No, No, No, Yes]),
            (ResourceGroup, filtered, [Perhaps, No, No, No, Perhaps]),
            (Instance, &[], [No; 5]),
        ] {
            let window = window(kind, entries);
            let questions = ["i-01", "tag:Env=prod", "tag:Env=other", "tag:Env", "group:web"];
            let touches = questions.map(|question| window.touch(&Asked::parse(question).unwrap()));
            assert_eq!(touches, answers, "{entries:?}");
        }
    }

    #[test]
    fn a_task_that_names_the_node_itself_touches_it() {
        let mut window = window(ResourceType::Instance, &[]);
        let id = Plan::default().new_task_id(Timestamp::EPOCH);
        let mut task = WindowTask::new(id, TaskType::RunCommand, "AWS-RunShellScript".to_owned());
        task.targets = targets(&[("InstanceIds", &["i-0123"])]);
        window.tasks.push(task);
        assert_eq!(window.touch(&Asked::parse("i-0123").unwrap()), Touch::Yes);
        assert_eq!(window.touch(&Asked::parse("i-0124").unwrap()), Touch::No);
    }
}
