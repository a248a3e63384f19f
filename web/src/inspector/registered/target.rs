//! A target: which nodes or resource group, and what it is called.

use super::{
    entry::TargetEntry,
    item::Item,
    member_field::MemberField,
    tab::Unfolded,
    words::{target_title, target_words, task_title},
};
use crate::{
    store::{Memo, TargetMember, tasks_on, use_store},
    ui::{Findings, Icon, IconView, Segmented, go_on_after_drawing},
};
use leptos::prelude::*;
use window_planner_core::{
    Diagnostic,
    operations::registered::target_findings,
    plan::{ResourceType, Target, WindowTarget, WindowTargetId},
};

/// In which way a target names resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Tag,
    Id,
    Group,
}

impl By {
    fn of(target: &WindowTarget) -> Self {
        match (target.resource_type, target.targets.as_slice()) {
            (ResourceType::ResourceGroup, _) => Self::Group,
            (ResourceType::Instance, [only]) if only.key == "InstanceIds" => Self::Id,
            (ResourceType::Instance, _) => Self::Tag,
        }
    }

    /// Makes a target name nothing yet, in this way.
    fn begin(self, target: &mut WindowTarget) {
        target.resource_type =
            if self == Self::Group { ResourceType::ResourceGroup } else { ResourceType::Instance };
        target.targets = vec![self.entry(true)];
    }

    /// An entry that names nothing yet.
    fn entry(self, is_first: bool) -> Target {
        let key = match self {
            Self::Tag => "tag:",
            Self::Id => "InstanceIds",
            Self::Group if is_first => "resource-groups:Name",
            Self::Group => "resource-groups:ResourceTypeFilters",
        };
        Target { key: key.to_owned(), values: Vec::new() }
    }
}

/// A target in the list.
#[component]
pub(super) fn TargetItem(
    /// Its id.
    id: WindowTargetId,
    /// Which ones are unfolded.
    unfolded: Unfolded,
) -> impl IntoView {
    let store = use_store();
    let target = {
        let id = id.clone();
        Memo::new(move |_| store.with_target(&id, WindowTarget::clone))
    };
    let findings =
        Memo::new(move |_| target.with(|target| target.as_ref().map(target_findings)).unwrap_or_default());
    let words = move |of: fn(&WindowTarget) -> String| {
        Signal::derive(move || target.with(|target| target.as_ref().map(of)).unwrap_or_default())
    };
    let title = words(target_title);
    let detail = words(|target| {
        if target.name.as_ref().is_some_and(|name| !name.is_empty()) {
            target_words(target)
        } else {
            String::new()
        }
    });
    view! {
        <Item id=id.to_string() title detail findings unfolded>
            <TargetForm id=id.clone() target findings title />
        </Item>
    }
}

/// The form of a target.
#[component]
fn TargetForm(
    /// Its id.
    id: WindowTargetId,
    /// The target, as long as it is there.
    target: Memo<Option<WindowTarget>>,
    /// All that is wrong with it.
    findings: Memo<Vec<Diagnostic>>,
    /// What it is called.
    title: Signal<String>,
) -> impl IntoView {
    let store = use_store();
    let by = Memo::new(move |_| target.with(|target| target.as_ref().map_or(By::Tag, By::of)));
    let places = Memo::new(move |_| target.with(|target| target.as_ref().map_or(0, |it| it.targets.len())));
    let ways = [(By::Tag, "By tag"), (By::Id, "By id"), (By::Group, "Resource group")];
    let ways = Signal::stored(ways.map(|(by, words)| (by, words.to_owned())).to_vec());
    let stored = StoredValue::new(id.clone());
    let change_way = move |to: By| {
        if by.get_untracked() != to {
            stored.with_value(|id| store.edit_target(id, "kind", |target| to.begin(target)));
            store.close_step();
        }
    };
    let add_entry = move |_| {
        stored.with_value(|id| {
            let place = places.get_untracked();
            let entry = by.get_untracked().entry(place == 0);
            store.edit_target(id, "keys", |target| target.targets.push(entry));
            store.close_step();
            go_on_after_drawing(format!("target-{id}-Key-{place}"));
        });
    };
    let hint = move || match by.get() {
        By::Tag => {
            "Up to five tags: tag:KEY with up to five values each, or tag-key with keys. A node needs all of the tags."
        }
        By::Id => "Up to 50 ids, in lines or as they are pasted.",
        By::Group => "The name of one resource group; a second key narrows it to types of resources.",
    };
    let add_words = move || if by.get() == By::Group { "Add filter" } else { "Add tag" };
    let whole = Signal::derive(move || {
        findings.with(|all| all.iter().filter(|found| found.field == "Targets").cloned().collect::<Vec<_>>())
    });
    let entry_id = id.clone();
    view! {
        <div class="row wrap">
            <Segmented label="Which resources" choices=ways value=by on_change=change_way />
        </div>
        <p class="field-hint">{move || hint()}</p>
        <For each=move || { let is_ids = by.get() == By::Id; (0..places.get()).map(move |place| (place, is_ids)) } key=|row| *row let:row>
            <TargetEntry id=entry_id.clone() place=row.0 is_ids=row.1 findings />
        </For>
        <div hidden=move || by.get() == By::Id>
            <button type="button" class="button small" on:click=add_entry>
                <IconView icon=Icon::Plus />
                {move || add_words()}
            </button>
        </div>
        <Findings id=format!("target-{id}-whole") findings=whole on_fix=|_| () />
        <Text id=id.clone() member=TargetMember::Name label="Name" target findings />
        <Text id=id.clone() member=TargetMember::Description label="Description" target findings />
        <Text id=id.clone() member=TargetMember::OwnerInformation label="Owner information" target findings />
        <Removal id title />
    }
}

/// A text of the target.
#[component]
fn Text(
    /// Its id.
    id: WindowTargetId,
    /// Which text.
    member: TargetMember,
    /// Its label.
    label: &'static str,
    /// The target.
    target: Memo<Option<WindowTarget>>,
    /// All that is wrong with it.
    findings: Memo<Vec<Diagnostic>>,
) -> impl IntoView {
    let store = use_store();
    let aws_name = member.aws_name();
    let text = move || target.with(|target| target.as_ref().map(|it| member.text(it))).unwrap_or_default();
    let about = move || {
        findings.with(|all| all.iter().filter(|found| found.field == aws_name).cloned().collect::<Vec<_>>())
    };
    let hint = (member == TargetMember::OwnerInformation)
        .then_some("AWS puts it into the events of the target's tasks.");
    let element = format!("target-{id}-{aws_name}");
    view! {
        <MemberField
            id=element
            label=label.to_owned()
            aws_name
            hint=hint.unwrap_or_default()
            text=Signal::derive(text)
            findings=Signal::derive(about)
            on_change=move |text: String| store.edit_target(&id, aws_name, |target| member.set(target, &text))
        />
    }
}

/// Removes the target. One that tasks run on is not removed without a word: AWS calls that safe.
#[component]
fn Removal(
    /// Its id.
    id: WindowTargetId,
    /// What it is called.
    title: Signal<String>,
) -> impl IntoView {
    let store = use_store();
    let asks = RwSignal::new(false);
    let id = StoredValue::new(id);
    let tasks = Memo::new(move |_| {
        let titles = store.with_current(|window| {
            id.with_value(|id| tasks_on(window, id).map(task_title).collect::<Vec<_>>())
        });
        titles.unwrap_or_default()
    });
    let remove = move |from_tasks: bool| {
        id.with_value(|id| store.remove_target(id, &title.get_untracked(), from_tasks));
    };
    let press = move |_| if tasks.with_untracked(Vec::is_empty) { remove(false) } else { asks.set(true) };
    let question = move || {
        asks.get().then(|| {
            let words = tasks.with(|tasks| format!("Used by {}.", tasks.join(", ")));
            view! {
                <div class="finding warning" role="alert">
                    <IconView icon=Icon::Warning />
                    <div class="finding-text">
                        {words} " AWS refuses to remove it safely while a task names it."
                    </div>
                    <div class="finding-actions">
                        <button type="button" class="button small" on:click=move |_| remove(true)>
                            "Remove it from the tasks, too"
                        </button>
                        <button type="button" class="button small" on:click=move |_| remove(false)>
                            "Remove only the target"
                        </button>
                        <button type="button" class="button small" on:click=move |_| asks.set(false)>
                            "Keep it"
                        </button>
                    </div>
                </div>
            }
        })
    };
    view! {
        <div>
            <button type="button" class="button small" on:click=press>
                <IconView icon=Icon::Delete />
                "Remove target"
            </button>
        </div>
        {move || question()}
    }
}
