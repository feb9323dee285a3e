//! The list of commands: that nothing in it is said twice or is not so, and that the palette finds what is meant.

use std::collections::BTreeSet;

use super::Shell;
use crate::{Action, Group, Layout, PolicyKind, Scope, command_of, commands, palette};

#[test]
fn ids_and_keys_are_each_somebodys_own() {
    let view = Shell::new().view();
    let all = commands(&view);
    let ids: BTreeSet<&str> = all.iter().map(|command| &*command.id).collect();
    assert_eq!(ids.len(), all.len(), "two commands have one id");
    let heard = |scope| scope != Scope::Editor && scope != Scope::Lanes;
    let mut keys = BTreeSet::new();
    for command in &all {
        for key in command.keys.iter().filter(|key| heard(key.scope)) {
            assert!(keys.insert(key.text), "{} is a key of two commands", key.text);
        }
        assert!(
            command.action.is_some() || !command.keys.is_empty(),
            "{} is nothing",
            command.id
        );
    }
    let groups: Vec<Group> = all.iter().map(|command| command.group).collect();
    assert!(groups.is_sorted());
    assert!(Group::ALL.is_sorted());
}

#[test]
fn keys_are_written_in_one_order() {
    for command in commands(&Shell::new().view()) {
        for key in command.keys {
            let held: Vec<&str> = key
                .text
                .split(' ')
                .filter(|part| ["Ctrl", "Shift", "Alt"].contains(part))
                .collect();
            let order = ["Ctrl", "Shift", "Alt"];
            let expected: Vec<&str> = order.into_iter().filter(|each| held.contains(each)).collect();
            assert_eq!(held, expected, "{}", key.text);
        }
    }
}

#[test]
fn a_key_means_its_command_and_text_fields_keep_their_letters() {
    let view = Shell::new().view();
    let action = |keys, is_typing| command_of(&view, keys, is_typing).and_then(|command| command.action);
    assert_eq!(action("Ctrl Enter", true), Some(Action::Run));
    assert_eq!(action("Shift Enter", false), Some(Action::Run));
    assert_eq!(action("Shift Enter", true), None);
    assert_eq!(action("T", true), None);
    assert_eq!(action("T", false), Some(Action::StepClock));
    assert_eq!(action("Shift Alt F", false), None, "the editor's own");
    assert_eq!(action("Ctrl Shift Enter", false), None);
}

#[test]
fn what_cannot_be_done_says_why() {
    let mut shell = Shell::with_program("let n = 0;\nn += 1;\n");
    let why_not = |shell: &Shell, id: &str| {
        let all = commands(&shell.view());
        all.into_iter()
            .find(|command| command.id == id)
            .and_then(|command| command.why_not)
    };
    shell.act(Action::ToStart);
    assert_eq!(why_not(&shell, "back"), Some("No step has been taken yet."));
    assert_eq!(why_not(&shell, "step"), None);
    shell.act(Action::Run);
    shell.settle();
    assert_eq!(why_not(&shell, "step"), Some("There is no step to take."));
    assert_eq!(why_not(&shell, "playground"), Some("It is open."));
    assert_eq!(why_not(&shell, "pane-lesson"), Some("There is no lesson here."));
    assert_eq!(why_not(&shell, "policy-fifo"), Some("It is so already."));
    shell.act(Action::SetPolicy(PolicyKind::Manual));
    assert_eq!(why_not(&shell, "policy-fifo"), None);
    assert_eq!(
        why_not(&Shell::with_program("let = ;"), "run"),
        None,
        "the last text that compiled stays"
    );
}

#[test]
fn the_palette_finds_lessons_models_policies_and_exports() {
    let view = Shell::new().view();
    let first = |query: &str| palette(&view, query).first().map(|row| row.command.id.to_string());
    assert_eq!(
        first("bounded worker").as_deref(),
        Some("lesson-bounding-work/19-bounded-worker-pool")
    );
    assert_eq!(first("model tasks").as_deref(), Some("model-tasks"));
    assert_eq!(first("you choose").as_deref(), Some("policy-manual"));
    assert_eq!(first("csv").as_deref(), Some("export-csv"));
    assert_eq!(first("HIGH contrast").as_deref(), Some("theme-contrast"));
    assert_eq!(first("prove").as_deref(), Some("prove"));
    assert_eq!(first("zzzz"), None);
    assert_eq!(first(&"step ".repeat(10_000)), None);
}

#[test]
fn what_was_used_last_comes_first_and_is_kept() {
    let mut shell = Shell::new();
    for id in ["step", "theme-dark", "step"] {
        shell.act(Action::Layout(Layout::Used(id.to_owned())));
    }
    shell.settle();
    let shell = Shell::visit(Some(shell.stored()));
    let rows = palette(&shell.view(), "");
    let recent: Vec<&str> = rows
        .iter()
        .filter(|row| row.is_recent)
        .map(|row| &*row.command.id)
        .collect();
    assert_eq!(recent, ["step", "theme-dark"]);
    assert!(rows[0].is_recent && rows[1].is_recent && !rows[2].is_recent);
    assert!(
        rows.iter().all(|row| row.command.action.is_some()),
        "keys of the editor are no commands"
    );
}
