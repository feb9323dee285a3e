//! Whatever is done in whatever order, nothing panics, and stepping back is exact.

use proptest::prelude::*;
use timeline::{Axis, Target};
use world::{Choice, Granularity, Model, TaskId, TimeMode};

use super::Shell;
use crate::{Action, Divider, Export, Layout, Link, Look, Pane, PolicyKind};

/// None of them is endless: playing that would take for ever.
const PROGRAMS: [&str; 4] = [
    "// lanes: model=threads\nlet n = 0;\nconst m = new Mutex();\nasync function f() { await m.lock(); n = n + 1; m.unlock(); n += 1; }\nawait Promise.all([spawn('A', f), spawn('B', f)]);\nconsole.log(n);\n",
    "const c = new Channel(1);\nspawn('P', async () => { for (let i = 0; i < 3; i++) { await c.send(i); } c.close(); });\nfor (;;) { const v = await c.receive(); if (v === undefined) break; console.log(v); await sleep(2); }\n",
    "setTimeout(() => console.log('late'), 5);\nawait Promise.resolve();\nconsole.log('soon');\nthrow new Error('end');\n",
    "let x = ;\n",
];

/// A link to a program, with a schedule that fits some of them.
fn link(source: &str, cursor: u32) -> String {
    let link = Link {
        source: source.to_owned(),
        schedule: "v1 model=threads granularity=access time=exact seed=0 : 0*4 1 2 1 0"
            .parse()
            .ok(),
        cursor: Some(cursor),
        ..Link::default()
    };
    link.to_fragment().unwrap_or_default()
}

fn look() -> impl Strategy<Value = Look> {
    let task = (0..6_u32).prop_map(TaskId);
    prop_oneof![
        (task.clone(), any::<bool>()).prop_map(|(task, is_pinned)| Look::Pin { task, is_pinned }),
        (task, any::<bool>()).prop_map(|(family, is_open)| Look::Open { family, is_open }),
        any::<bool>().prop_map(Look::OpenAll),
        Just(Look::UnpinAll),
        prop::option::of("[a-cP ]{0,3}").prop_map(Look::Search),
        any::<bool>().prop_map(Look::NextFound),
        (-5.0..60.0_f64, -5.0..60.0_f64).prop_map(|(from, to)| Look::Show { from, to }),
        (0..60_u32).prop_map(Look::GoTo),
    ]
}

fn action() -> impl Strategy<Value = Action> {
    let task = (0..4_u32).prop_map(TaskId);
    prop_oneof![
        4 => Just(Action::Step),
        4 => task.clone().prop_map(Action::StepLane),
        3 => Just(Action::Back),
        2 => (0..60_u32).prop_map(Action::Scrub),
        1 => Just(Action::StepClock),
        1 => (0..3_u32).prop_map(|pick| Action::Decide(Choice::Pick(pick))),
        1 => Just(Action::Run),
        1 => Just(Action::Continue),
        1 => Just(Action::Play),
        1 => Just(Action::Pause),
        1 => Just(Action::ToStart),
        1 => Just(Action::ToEnd),
        1 => Just(Action::Restart),
        2 => (0..PROGRAMS.len()).prop_map(|index| Action::EditSource(PROGRAMS[index].to_owned())),
        1 => Just(Action::ResetSource),
        1 => Just(Action::UndoReset),
        1 => prop::sample::select(vec![Model::EventLoop, Model::Tasks, Model::Threads]).prop_map(Action::SetModel),
        1 => Just(Action::SetGranularity(Granularity::Statement)),
        1 => Just(Action::SetTime(TimeMode::Any)),
        1 => prop::sample::select(PolicyKind::ALL.to_vec()).prop_map(Action::SetPolicy),
        1 => any::<u64>().prop_map(Action::SetSeed),
        1 => prop::sample::select(Pane::ALL.to_vec()).prop_map(|pane| Action::Layout(Layout::Toggle(pane))),
        1 => any::<u16>().prop_map(|size| Action::Layout(Layout::Resize(Divider::CodeWidth, size))),
        1 => any::<bool>().prop_map(|is_on| Action::Layout(Layout::Project(is_on))),
        1 => Just(Action::SetAxis(Axis::Time)),
        2 => look().prop_map(Action::Look),
        1 => task.clone().prop_map(|task| Action::ClickTarget(Target::Group(task))),
        1 => (0.0..900.0_f64).prop_map(|x| Action::Zoom { factor: 1.7, x }),
        1 => (-400.0..400.0_f64).prop_map(|dx| Action::Pan { dx, dy: dx / 10.0 }),
        1 => (task, 0..50_u32).prop_map(|(task, step)| Action::ClickTarget(Target::Phase { task, phase: 0, step })),
        1 => Just(Action::Prove),
        1 => Just(Action::CancelProof),
        1 => Just(Action::ContinueProof),
        1 => Just(Action::AskNudge),
        1 => (0..2_usize, 0..2_usize).prop_map(|(check, finding)| Action::ReplayFinding { check, finding }),
        1 => Just(Action::LeaveReplay),
        1 => Just(Action::RevealHint),
        1 => any::<bool>().prop_map(Action::ShowMeasures),
        1 => Just(Action::NextLesson),
        1 => Just(Action::OpenPlayground),
        1 => Just(Action::Flush),
        1 => Just(Action::Share { page: "https://example.org/".to_owned() }),
        1 => Just(Action::CloseShare),
        1 => Just(Action::CopyLink),
        1 => any::<bool>().prop_map(Action::Copied),
        1 => Just(Action::BringBack),
        1 => Just(Action::SaveProgram),
        1 => Just(Action::Export(Export::Table)),
        1 => (0..PROGRAMS.len()).prop_map(|index| Action::OpenFile { name: "a.ts".to_owned(), text: PROGRAMS[index].to_owned() }),
        2 => (0..PROGRAMS.len(), 0..9_u32).prop_map(|(index, cursor)| Action::OpenLink(link(PROGRAMS[index], cursor))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200,
        failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_actions_leaves_a_consistent_view(
        first in 0..PROGRAMS.len(), actions in prop::collection::vec((action(), 0..3_u8), 1..30),
    ) {
        let mut shell = Shell::with_program(PROGRAMS[first]);
        for (action, then) in actions {
            let view = shell.act(action);
            prop_assert!(view.run.cursor <= view.run.steps);
            prop_assert!(view.layout.is_open(Pane::Code) || view.layout.is_open(Pane::Stage) || view.layout.has_lesson);
            prop_assert_eq!(view.scene.view.cursor, view.run.cursor);
            match then {
                0 => drop(shell.settle()),
                1 => drop(shell.work(200)),
                _ => {}
            }
        }
    }

    #[test]
    fn back_after_step_is_exact(
        first in 0..3_usize, choices in prop::collection::vec(0..4_u32, 1..40),
    ) {
        let mut shell = Shell::with_program(PROGRAMS[first]);
        for choice in choices {
            let before = shell.view();
            let after = shell.act(Action::StepLane(TaskId(choice)));
            if after.run.cursor == before.run.cursor {
                prop_assert_eq!(after, before);
                continue;
            }
            let back = shell.act(Action::Back);
            prop_assert_eq!(&back.lanes, &before.lanes);
            prop_assert_eq!(&back.cards, &before.cards);
            prop_assert_eq!(&back.variables, &before.variables);
            prop_assert_eq!(&back.console, &before.console);
            prop_assert_eq!(&back.events, &before.events);
            prop_assert_eq!(&back.run.sentence, &before.run.sentence);
            prop_assert_eq!(shell.act(Action::Step), after);
        }
    }
}
