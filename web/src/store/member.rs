//! The members of a target and of a task as texts, as a form and a remedy see them.

use window_planner_core::plan::{WindowTarget, WindowTask};

/// A text of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetMember {
    /// `Name`.
    Name,
    /// `Description`.
    Description,
    /// `OwnerInformation`.
    OwnerInformation,
}

impl TargetMember {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Name, Self::Description, Self::OwnerInformation];

    /// The name in AWS's spelling, which findings use, too.
    #[must_use]
    pub const fn aws_name(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Description => "Description",
            Self::OwnerInformation => "OwnerInformation",
        }
    }

    /// The text; empty when the target has none.
    #[must_use]
    pub fn text(self, target: &WindowTarget) -> String {
        match self {
            Self::Name => target.name.clone(),
            Self::Description => target.description.clone(),
            Self::OwnerInformation => target.owner_information.clone(),
        }
        .unwrap_or_default()
    }

    /// Sets the text; empty text leaves it out.
    pub fn set(self, target: &mut WindowTarget, text: &str) {
        let member = match self {
            Self::Name => &mut target.name,
            Self::Description => &mut target.description,
            Self::OwnerInformation => &mut target.owner_information,
        };
        *member = given(text);
    }
}

/// A text or number of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskMember {
    /// `TaskArn`.
    TaskArn,
    /// `Name`.
    Name,
    /// `Description`.
    Description,
    /// `Priority`.
    Priority,
    /// `MaxConcurrency`.
    MaxConcurrency,
    /// `MaxErrors`.
    MaxErrors,
    /// `ServiceRoleArn`.
    ServiceRoleArn,
}

impl TaskMember {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::TaskArn,
        Self::Name,
        Self::Description,
        Self::Priority,
        Self::MaxConcurrency,
        Self::MaxErrors,
        Self::ServiceRoleArn,
    ];

    /// The name in AWS's spelling, which findings use, too.
    #[must_use]
    pub const fn aws_name(self) -> &'static str {
        match self {
            Self::TaskArn => "TaskArn",
            Self::Name => "Name",
            Self::Description => "Description",
            Self::Priority => "Priority",
            Self::MaxConcurrency => "MaxConcurrency",
            Self::MaxErrors => "MaxErrors",
            Self::ServiceRoleArn => "ServiceRoleArn",
        }
    }

    /// The text; empty when the task has none.
    #[must_use]
    pub fn text(self, task: &WindowTask) -> String {
        match self {
            Self::TaskArn => Some(task.task_arn.clone()),
            Self::Priority => Some(task.priority.to_string()),
            Self::Name => task.name.clone(),
            Self::Description => task.description.clone(),
            Self::MaxConcurrency => task.max_concurrency.clone(),
            Self::MaxErrors => task.max_errors.clone(),
            Self::ServiceRoleArn => task.service_role_arn.clone(),
        }
        .unwrap_or_default()
    }

    /// Sets the text. Empty text leaves it out; a priority that is no number is 0, as where none is said.
    pub fn set(self, task: &mut WindowTask, text: &str) {
        match self {
            Self::TaskArn => text.clone_into(&mut task.task_arn),
            Self::Priority => task.priority = text.trim().parse().unwrap_or_default(),
            Self::Name => task.name = given(text),
            Self::Description => task.description = given(text),
            Self::MaxConcurrency => task.max_concurrency = given(text),
            Self::MaxErrors => task.max_errors = given(text),
            Self::ServiceRoleArn => task.service_role_arn = given(text),
        }
    }
}

fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use window_planner_core::{
        Timestamp,
        plan::{Plan, ResourceType, TaskType},
    };

    #[test]
    fn what_is_set_is_read_and_empty_leaves_it_out() {
        let mut plan = Plan::default();
        let bare = WindowTask::new(plan.new_task_id(Timestamp::EPOCH), TaskType::Lambda, String::new());
        for member in TaskMember::ALL {
            let mut task = bare.clone();
            member.set(&mut task, "12");
            assert_eq!(member.text(&task), "12", "{member:?}");
            member.set(&mut task, "");
            assert_eq!(task, bare, "{member:?}");
        }
        let bare = WindowTarget {
            window_target_id: plan.new_target_id(Timestamp::EPOCH),
            resource_type: ResourceType::Instance,
            targets: Vec::new(),
            owner_information: None,
            name: None,
            description: None,
        };
        for member in TargetMember::ALL {
            let mut target = bare.clone();
            member.set(&mut target, "12");
            assert_eq!(member.text(&target), "12", "{member:?}");
            member.set(&mut target, "");
            assert_eq!(target, bare, "{member:?}");
        }
    }
}
