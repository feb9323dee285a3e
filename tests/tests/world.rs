//! Worlds as data: what must hold of every step of every program of the suites, whoever picks the choices.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use compiler::Options;
use grader::setup::{Explicit, check_setup};
use world::{Choice, Detail, Fingerprinter, IoId, Log, Policy, Scheduler, TaskId, World};

const STEPS_MAX: u32 = 1_500;

/// The programs of the suites and lessons that compile, each as a world before its first step.
fn worlds() -> Vec<(PathBuf, World)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["suite/lang", "suite/world", "../lessons"] {
        collect(&root.join(folder), &mut files);
    }
    files.sort();
    assert!(files.len() > 80, "the suites are there");
    files
        .into_iter()
        .filter_map(|file| Some((file.clone(), world_of(&file)?)))
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder that can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "ts") {
            files.push(path);
        }
    }
}

fn world_of(file: &Path) -> Option<World> {
    let source = std::fs::read_to_string(file).expect("a file that can be read");
    let compilation = compiler::compile(&source, &Options::default());
    if compilation.has_errors() {
        return None;
    }
    let setup = check_setup(&compilation.directive, None, Explicit::default());
    Some(World::new(
        Arc::new(compilation.program),
        setup,
        &mut Log::new(Detail::Everything),
    ))
}

/// Runs a world by a random policy and calls `visit` before each step.
fn drive(world: &mut World, seed: u64, log: &mut Log, mut visit: impl FnMut(&mut World, Choice)) {
    let mut scheduler = Scheduler::new(Policy::Random { seed });
    while world.steps() < STEPS_MAX
        && world.ops() < 3_000_000
        && let Some(choice) = scheduler.next(world)
    {
        visit(world, choice);
        world.step(choice, log).expect("a choice of the list is open");
    }
}

/// A search goes back to where a step began by copying over what the step made of it.
#[test]
fn copying_over_another_world_leaves_nothing_of_it() {
    for (file, start) in worlds().into_iter().step_by(3) {
        let mut used = start.clone();
        let mut other = start.clone();
        drive(&mut other, 5, &mut Log::new(Detail::Findings), |_, _| {});
        let mut at = 0;
        drive(&mut used, 6, &mut Log::new(Detail::Findings), |world, _| {
            at += 1;
            if at % 16 != 1 {
                return;
            }
            let before = world.clone();
            other.clone_from(world);
            assert!(other == before, "{}: after {at} steps", file.display());
            // What was copied over is written to from here on, and the world must not notice.
            let mut scheduler = Scheduler::new(Policy::Random { seed: at });
            for _ in 0..8 {
                let Some(choice) = scheduler.next(&other) else { break };
                other.step_enabled(choice, &mut Log::new(Detail::Findings));
            }
            assert!(*world == before, "{}: written to after {at} steps", file.display());
        });
    }
}

#[test]
fn the_invariants_hold_after_every_step() {
    for (file, start) in worlds() {
        for seed in 0..4 {
            let mut world = start.clone();
            drive(&mut world, seed, &mut Log::new(Detail::Findings), |world, _| {
                world.assert_invariants()
            });
            world.assert_invariants();
            let mut open = Vec::new();
            world.choices(&mut open);
            let has_ended = world.outcome().is_some();
            assert!(
                !has_ended || open.is_empty(),
                "{}: choices after the end",
                file.display()
            );
        }
    }
}

#[test]
fn a_clone_goes_the_same_way() {
    for (file, start) in worlds() {
        let mut world = start.clone();
        let mut taken = Vec::new();
        let mut log = Log::new(Detail::Everything);
        drive(&mut world, 11, &mut log, |_, choice| taken.push(choice));
        let mut again = start.clone();
        let mut log_again = Log::new(Detail::Everything);
        for &choice in &taken {
            again.step(choice, &mut log_again).expect("the same choices are open");
        }
        assert_eq!(log.events, log_again.events, "{}", file.display());
        assert!(
            world == again,
            "{}: the same choices lead to another world",
            file.display()
        );
        assert!(
            start == world_of(&file).expect("it compiled before"),
            "{}: the start was touched",
            file.display()
        );
    }
}

#[test]
fn what_is_written_down_changes_nothing() {
    for (file, start) in worlds() {
        let mut observed = start.clone();
        let mut taken = Vec::new();
        drive(&mut observed, 3, &mut Log::new(Detail::Everything), |_, choice| {
            taken.push(choice)
        });
        let mut searched = start.clone();
        let mut log = Log::new(Detail::Findings);
        taken.iter().for_each(|&choice| searched.step_enabled(choice, &mut log));
        let mut fingerprinter = Fingerprinter::new(start.program());
        let [one, other] = [&observed, &searched].map(|world| fingerprinter.fingerprint(world));
        assert_eq!(
            one,
            other,
            "{}: a checker sees another state than the learner",
            file.display()
        );
    }
}

#[test]
fn collecting_garbage_at_any_moment_cannot_be_told() {
    for (file, start) in worlds() {
        let mut fingerprinter = Fingerprinter::new(start.program());
        let [mut lazy, mut eager] = [start.clone(), start.clone()];
        let [mut lazy_log, mut eager_log] = [Log::new(Detail::Everything), Log::new(Detail::Everything)];
        let mut taken = Vec::new();
        drive(&mut lazy, 5, &mut lazy_log, |_, choice| taken.push(choice));
        for &choice in &taken {
            eager.collect_garbage();
            let before = fingerprinter.fingerprint(&eager);
            eager.collect_garbage();
            assert_eq!(before, fingerprinter.fingerprint(&eager), "{}", file.display());
            eager.step(choice, &mut eager_log).expect("the same choices are open");
        }
        assert_eq!(lazy_log.events, eager_log.events, "{}", file.display());
        let ends = [&lazy, &eager].map(|world| fingerprinter.fingerprint(world));
        assert_eq!(ends[0], ends[1], "{}", file.display());
    }
}

#[test]
fn a_choice_that_is_not_open_is_refused_with_a_reason_and_changes_nothing() {
    for (file, start) in worlds() {
        let mut world = start.clone();
        drive(&mut world, 2, &mut Log::new(Detail::Findings), |world, _| {
            let mut open = Vec::new();
            world.choices(&mut open);
            let tasks = world.task_count() as u32 + 1;
            let all = (0..tasks)
                .map(|task| Choice::Run(TaskId(task)))
                .chain([Choice::Advance])
                .chain((0..3).map(Choice::Pick))
                .chain((0..3).map(|io| Choice::Complete(IoId(io))));
            for choice in all.filter(|choice| !open.contains(choice)) {
                let before = world.clone();
                let mut log = Log::new(Detail::Everything);
                let refused = world.step(choice, &mut log).expect_err("it is not open");
                assert!(!refused.reason.is_empty() && log.events.is_empty());
                assert!(
                    *world == before,
                    "{}: {choice} was refused but changed something",
                    file.display()
                );
            }
        });
    }
}

#[test]
fn a_step_that_only_goes_on_copies_its_fiber_and_nothing_else() {
    let source = "\
// lanes: model=threads
let counter = 0;
async function worker() { for (let i = 0; i < 3; i++) counter = counter + 1; }
await Promise.all([spawn(worker), spawn(worker)]);
";
    let compilation = compiler::compile(source, &Options::default());
    let setup = check_setup(&compilation.directive, None, Explicit::default());
    let mut log = Log::new(Detail::Findings);
    let mut world = World::new(Arc::new(compilation.program), setup, &mut log);
    let worker = Choice::Run(TaskId(1));
    while world.step(worker, &mut log).is_err() {
        world
            .step(Choice::Run(TaskId(0)), &mut log)
            .expect("main starts the others");
    }
    for _ in 0..4 {
        let before = world.clone();
        assert_eq!(world.records_not_shared_with(&before), 0);
        world.step(worker, &mut log).expect("it can go on");
        assert_eq!(world.records_not_shared_with(&before), 1, "the fiber");
    }
}

/// The state after a program in `tasks` whose `choose`s are decided so, once nothing can run but the clock.
fn when_late(source: &str, picks: &[u32]) -> World {
    let compilation = compiler::compile(source, &Options::default());
    let program = Arc::new(compilation.program);
    let setup = world::Setup {
        model: world::Model::Tasks,
        ..world::Setup::default()
    };
    let mut log = Log::new(Detail::Everything);
    let mut world = World::new(program, setup, &mut log);
    let (mut picks, mut open) = (picks.iter(), Vec::new());
    loop {
        world.choices(&mut open);
        let choice = match open[0] {
            Choice::Pick(_) => Choice::Pick(*picks.next().expect("as many picks as offers")),
            choice @ Choice::Run(_) => choice,
            Choice::Advance | Choice::Complete(_) => return world,
        };
        world.step(choice, &mut log).expect("it is open");
    }
}

#[test]
fn of_timers_that_are_late_it_is_part_of_the_state_which_fire_together() {
    let source = "spawn('A', () => sleep(choose([3, 4])));
        spawn('B', () => sleep(choose([4, 5])));
        spawn('C', () => work(10));";
    let prints: Vec<u128> = [[1, 0], [0, 0], [1, 1], [0, 1]]
        .iter()
        .map(|picks| {
            let world = when_late(source, picks);
            Fingerprinter::new(world.program()).fingerprint(&world)
        })
        .collect();
    let [together, ..] = prints[..] else {
        panic!("four states")
    };
    assert!(prints[1..].iter().all(|&apart| apart != together), "{prints:?}");
    assert!(
        prints[1..].iter().all(|&apart| apart == prints[1]),
        "how late they are makes no difference: {prints:?}"
    );
}
