//! A run of so many lanes that few worlds of it are kept: a far place shows its picture at once, and what the world tells of
//! it soon after.

use super::Shell;
use crate::{Action, Inspect, RunState, ViewModel};

/// A step that is far from any kept world.
const FAR: u32 = 15_288;

fn long_run() -> Shell {
    let mut shell = Shell::with_program(
        "const gate = new Semaphore(3);
async function work() {
  await gate.acquire();
  await sleep(10);
  gate.release();
}
const all = [];
for (let i = 1; i <= 6000; i++) all.push(spawn(`w${i}`, work));
await Promise.all(all);
",
    );
    shell.act(Action::Inspect(Inspect::Show(false)));
    shell.act(Action::Run);
    shell.settle();
    while shell.view().run.state == RunState::AtLimit {
        shell.act(Action::Continue);
        shell.settle();
    }
    shell
}

/// Goes to a step and waits for all that there is to see.
fn stand_at(shell: &mut Shell, cursor: u32) -> ViewModel {
    shell.act(Action::Scrub(cursor));
    shell.settle();
    shell.view()
}

#[test]
fn a_far_place_shows_its_picture_first_and_its_world_soon_after() {
    let mut shell = long_run();
    let start = stand_at(&mut shell, 0);
    let first = shell.act(Action::Scrub(FAR));
    assert_eq!((first.run.cursor, first.run.can_step), (FAR, true));
    assert_eq!(first.lanes, start.lanes, "what the world tells is not there yet");
    let panned = shell.act(Action::Pan { dx: 30.0, dy: 0.0 });
    assert_eq!(panned.lanes, start.lanes, "and a look around does not wait for it");
    shell.act(Action::FitStage);
    shell.act(Action::Pan { dx: 0.0, dy: 0.0 });
    let first = shell.view();
    shell.settle();
    let whole = shell.view();
    assert!(whole.lanes != start.lanes && whole.run.open_choices > 0);
    assert_eq!((&first.scene, &first.cards), (&whole.scene, &whole.cards));
    assert_eq!(first.run.sentence, whole.run.sentence);
    assert_eq!(first.run.clock.now, whole.run.clock.now);
    // Arriving by a step from next to it shows the same.
    stand_at(&mut shell, FAR - 1);
    shell.act(Action::Step);
    let stepped = shell.view();
    assert_eq!(stepped.lanes, whole.lanes);
    assert_eq!(stepped.source, whole.source);
    assert_eq!(stepped.system, whole.system);
}

#[test]
fn what_needs_the_world_waits_for_it() {
    let mut shell = long_run();
    stand_at(&mut shell, FAR);
    shell.act(Action::Step);
    let expected = shell.view();
    stand_at(&mut shell, 0);
    shell.act(Action::Scrub(FAR));
    let stepped = shell.act(Action::Step);
    assert_eq!(stepped.run, expected.run);
    assert_eq!(stepped.lanes, expected.lanes);
    // Another place before the first is there: only the last counts.
    shell.act(Action::Scrub(FAR));
    shell.act(Action::Scrub(FAR + 1));
    shell.settle();
    assert_eq!(shell.view().run, expected.run);
    assert_eq!(shell.view().lanes, expected.lanes);
}
