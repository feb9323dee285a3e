//! Commands that drive a run in other ways: other steps, breakpoints, the loop, branches, two runs side by side.

use crate::commands::{Group, List, Scope};
use crate::texts::drive as texts;
use crate::texts::fill;
use crate::{Action, Against, Drive, ObjectStop, RunState, ViewModel};

/// Objects beyond these are found by searching the stage.
const OBJECTS_MAX: usize = 24;

/// What has to be there for a command.
#[derive(Clone, Copy)]
enum Need {
    Nothing,
    Step,
    StepTaken,
    Stops,
    Loop,
    Undo,
    Redo,
}

impl Need {
    /// Whether it is there, and what is said if it is not.
    fn look(self, view: &ViewModel) -> (bool, &'static str) {
        let (run, drive) = (&view.run, &view.drive);
        match self {
            Need::Nothing => (true, ""),
            Need::Step => (run.can_step, texts::NO_STEP),
            Need::StepTaken => (run.cursor > 0, texts::NO_STEP_YET),
            Need::Stops => (drive.has_stops, texts::NO_STOPS),
            Need::Loop => (drive.range.is_some(), texts::NO_LOOP),
            Need::Undo => (drive.can_undo, texts::NOTHING_TO_UNDO),
            Need::Redo => (drive.can_redo, texts::NOTHING_TO_REDO),
        }
    }
}

/// An id, a title, what it does, its keys outside of text fields, what it needs.
type Row = (&'static str, &'static str, Drive, &'static str, Need);

const ROWS: [Row; 12] = [
    (
        "until-blocked",
        texts::UNTIL_BLOCKED,
        Drive::UntilBlocked,
        "U",
        Need::Step,
    ),
    ("over-line", texts::OVER_LINE, Drive::OverLine, "N", Need::Step),
    ("to-switch", texts::TO_SWITCH, Drive::ToSwitch, "S", Need::Step),
    ("back-to-stop", texts::BACK_TO_STOP, Drive::BackToStop, "B", Need::Stops),
    (
        "clear-breakpoints",
        texts::CLEAR_BREAKPOINTS,
        Drive::ClearBreakpoints,
        "",
        Need::Stops,
    ),
    ("undo-choice", texts::UNDO, Drive::Undo, "Ctrl Z", Need::Undo),
    ("redo-choice", texts::REDO, Drive::Redo, "Ctrl Shift Z", Need::Redo),
    ("loop-from", texts::LOOP_FROM, Drive::LoopFrom, "[", Need::Nothing),
    ("loop-to", texts::LOOP_TO, Drive::LoopTo, "]", Need::Nothing),
    ("play-loop", texts::PLAY_LOOP, Drive::PlayLoop, "L", Need::Loop),
    ("leave-loop", texts::LEAVE_LOOP, Drive::LeaveLoop, "", Need::Loop),
    (
        "copy-history",
        texts::COPY_HISTORY,
        Drive::CopyHistory,
        "",
        Need::StepTaken,
    ),
];

pub(super) fn add(view: &ViewModel, list: &mut List) {
    for (id, title, drive, keys, need) in ROWS {
        let (can, why_not) = need.look(view);
        let entry = list.add(Group::Run, id, title, Action::Drive(drive)).when(can, why_not);
        // The one of them that has a key everywhere.
        let entry = if id == "until-blocked" {
            entry.keys("Shift F8")
        } else {
            entry
        };
        if !keys.is_empty() {
            entry.on(Scope::OutsideText, keys);
        }
    }
    list.tell(Group::Run, "to-line", texts::TO_LINE)
        .on(Scope::Editor, "Ctrl F10");
    list.tell(Group::Run, "breakpoint", texts::BREAKPOINT)
        .on(Scope::Editor, "F9");
    add_loop(view, list);
    add_objects(view, list);
    add_branches(view, list);
    let glossary = Action::Drive(Drive::ExplainWord(Some(String::new())));
    list.add(Group::Page, "glossary", texts::GLOSSARY, glossary);
}

/// The slider's own way to set the loop, which is there without the slider as well.
fn add_loop(view: &ViewModel, list: &mut List) {
    let cursor = view.run.cursor;
    let on = Action::Drive(Drive::LoopExtend(cursor.saturating_add(1)));
    list.add(Group::Run, "loop-on", texts::LOOP_ON, on)
        .on(Scope::OutsideText, "Shift ]")
        .when(cursor < view.run.steps, texts::NO_STEP);
    let back = Action::Drive(Drive::LoopExtend(cursor.saturating_sub(1)));
    list.add(Group::Run, "loop-back", texts::LOOP_BACK, back)
        .on(Scope::OutsideText, "Shift [")
        .when(cursor > 0, texts::NO_STEP_YET);
}

fn add_objects(view: &ViewModel, list: &mut List) {
    for card in view.cards.iter().take(OBJECTS_MAX) {
        let name = &card.card.name;
        let set = view.drive.objects.get(&**name).copied();
        let mut add = |word: &str, title: &str, stop: Option<ObjectStop>| {
            let action = Action::Drive(Drive::StopAt(name.clone(), stop));
            list.add(Group::Run, format!("stop-{word}-{name}"), fill(title, &[name]), action);
        };
        for stop in ObjectStop::ALL.into_iter().filter(|stop| set != Some(*stop)) {
            let title = match stop {
                ObjectStop::Changed => texts::STOP_CHANGED,
                ObjectStop::Blocked => texts::STOP_BLOCKED,
            };
            add(stop.word(), title, Some(stop));
        }
        if set.is_some() {
            add("never", texts::STOP_NEVER, None);
        }
    }
}

fn add_branches(view: &ViewModel, list: &mut List) {
    let drive = &view.drive;
    for branch in drive.branches.iter().filter(|branch| !branch.is_active) {
        let (id, name) = (branch.id, &branch.name);
        let open = Action::Drive(Drive::OpenBranch(id));
        list.add(
            Group::Stage,
            format!("open-branch-{id}"),
            fill(texts::LOOK_AT, &[name]),
            open,
        );
        let against = Action::Drive(Drive::Compare(Against::Branch(id)));
        list.add(
            Group::Stage,
            format!("compare-{id}"),
            fill(texts::COMPARE_WITH, &[name]),
            against,
        );
    }
    if let Some(active) = drive.branches.iter().find(|branch| branch.is_active) {
        let has_others = drive.branches.len() > 1;
        let pin = if active.is_pinned { texts::UNPIN } else { texts::PIN };
        let own = [
            (
                "rename-branch",
                texts::RENAME,
                Drive::NameBranch(Some(active.id)),
                has_others,
            ),
            ("pin-branch", pin, Drive::PinBranch(active.id), true),
            ("close-branch", texts::CLOSE, Drive::CloseBranch(active.id), has_others),
        ];
        for (id, title, drive, can) in own {
            list.add(Group::Stage, id, title, Action::Drive(drive))
                .when(can, texts::ONE_RUN);
        }
    }
    let good = Action::Drive(Drive::Compare(Against::GoodRun));
    list.add(Group::Stage, "compare-good", texts::COMPARE_GOOD, good)
        .when(view.run.state != RunState::Empty, texts::NO_PROGRAM);
    let leave = Action::Drive(Drive::LeaveComparison);
    list.add(Group::Stage, "leave-comparison", texts::LEAVE_COMPARISON, leave)
        .when(drive.comparison.is_some(), texts::NOT_COMPARED);
}
