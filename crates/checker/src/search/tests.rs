//! The search against a machine that is much smaller than the world, and against an explorer that merges nothing.

mod machine;
mod naive;

use machine::{Instruction, Machine};
use proptest::prelude::*;

use super::*;
use crate::Limits;
use world::{Choice, TaskId};

use Instruction::{
    Add, Assert, Await, Choose, Jump, JumpUnless, Load, Lock, Progress as Progressed, Signal, Sleep, Unlock,
};

fn searched(machine: &Machine, options: Options) -> Search<Machine> {
    let mut search = Search::new(machine.clone(), options);
    while !search.explore(u32::MAX).is_finished {}
    search
}

fn found(machine: &Machine) -> Vec<Found> {
    searched(machine, Options::default()).take_found()
}

/// Fewest steps and, among those, fewest switches, by kind.
fn shortest(found: &[Found]) -> BTreeMap<Verdict, (usize, usize)> {
    found
        .iter()
        .map(|found| {
            // The second step of a race is by another task than the first.
            let second = usize::from(found.best.second.is_some());
            let cost = (found.best.steps.len() + second, switches(&found.best) + second);
            (found.verdict, cost)
        })
        .collect()
}

fn switches(way: &Way) -> usize {
    let tasks: Vec<Choice> = way
        .steps
        .iter()
        .map(|step| step.choice)
        .filter(|choice| matches!(choice, Choice::Run(_)))
        .collect();
    tasks.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

fn increments(count: usize) -> Vec<Instruction> {
    [Load(0), Add(0)].repeat(count)
}

#[test]
fn three_counters_have_as_many_states_as_were_published() {
    let machine = Machine::new(vec![increments(2); 3]);
    let mut search = searched(&machine, Options::default());
    let progress = search.progress();
    assert_eq!((progress.states, progress.transitions), (1_394, 3_063));
    assert_eq!(search.depth_reached(), 12);
    assert_eq!(search.limit(), None);
    assert_eq!(search.take_found(), []);
}

#[test]
fn the_best_way_to_a_wrong_sum_switches_no_more_than_it_must() {
    let mut tasks = vec![increments(1); 2];
    tasks[0].push(Signal(1));
    tasks[1].push(Signal(1));
    tasks.push(vec![Await(1, 2), Assert(0, 2)]);
    // One loads, the other does all of its work, the first goes on, the third looks: three switches.
    assert_eq!(
        shortest(&found(&Machine::new(tasks))),
        BTreeMap::from([(Verdict::Assertion, (8, 3))])
    );
}

#[test]
fn two_locks_in_opposite_orders_deadlock_after_two_steps() {
    let one = vec![Lock(0), Lock(1), Unlock(1), Unlock(0)];
    let other = vec![Lock(1), Lock(0), Unlock(0), Unlock(1)];
    let found = found(&Machine::new(vec![one.clone(), other]));
    assert_eq!(shortest(&found), BTreeMap::from([(Verdict::Deadlock, (2, 1))]));
    assert_eq!(
        searched(&Machine::new(vec![one.clone(), one]), Options::default()).take_found(),
        []
    );
}

#[test]
fn going_round_for_ever_is_found_with_a_lap_that_leaves_nobody_out() {
    let found = found(&Machine::new(vec![
        vec![Load(1), Jump(1)],
        vec![Load(1), Jump(1)],
        vec![Load(0)],
    ]));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].verdict, Verdict::Livelock);
    for way in [&found[0].best, &found[0].plain] {
        let lap = way.lap.expect("a livelock has a lap") as usize;
        let (before, lap) = way.steps.split_at(way.steps.len() - lap);
        assert_eq!(before.last().map(|step| step.key), lap.last().map(|step| step.key));
        for task in 0..2 {
            assert!(
                lap.iter().any(|step| step.choice == Choice::Run(TaskId(task))),
                "task {task} in {lap:?}"
            );
        }
    }
}

#[test]
fn waiting_in_a_loop_for_somebody_who_comes_is_no_livelock() {
    let spin = vec![JumpUnless(0, 1, 0), Load(0)];
    assert_eq!(found(&Machine::new(vec![spin.clone(), vec![Signal(0)]])), []);
    let alone = found(&Machine::new(vec![spin, vec![Load(0)]]));
    assert_eq!(
        alone.iter().map(|found| found.verdict).collect::<Vec<_>>(),
        [Verdict::Livelock]
    );
}

#[test]
fn a_way_over_the_clock_counts_no_switch() {
    let found = found(&Machine::new(vec![vec![Load(0), Sleep, Sleep, Assert(0, 9)]]));
    let steps: Vec<Choice> = found[0].best.steps.iter().map(|step| step.choice).collect();
    let run = Choice::Run(TaskId(0));
    assert_eq!(steps, [run, run, Choice::Advance, run, Choice::Advance, run]);
    assert_eq!(switches(&found[0].best), 0);
}

#[test]
fn every_limit_is_named_and_none_of_them_holds() {
    let machine = Machine::new(vec![increments(2); 3]);
    let wide = Limits::native();
    let cases = [
        (Limits { states: 1_393, ..wide }, BoundedBy::States),
        (
            Limits {
                transitions: 3_062,
                ..wide
            },
            BoundedBy::Transitions,
        ),
        (Limits { depth: 11, ..wide }, BoundedBy::Depth),
        (Limits { bytes: 20_000, ..wide }, BoundedBy::Bytes),
    ];
    for (limits, expected) in cases {
        let search = searched(
            &machine,
            Options {
                limits,
                ..Options::default()
            },
        );
        assert_eq!(search.limit(), Some(expected));
        assert!(search.progress().states <= limits.states);
        assert!(search.progress().transitions <= limits.transitions);
        assert!(search.depth_reached() <= limits.depth);
    }
    let exact = Limits {
        states: 1_394,
        transitions: 3_063,
        depth: 12,
        ..wide
    };
    assert_eq!(
        searched(
            &machine,
            Options {
                limits: exact,
                ..Options::default()
            }
        )
        .limit(),
        None
    );
}

#[test]
fn a_limit_hides_no_end_and_allows_no_livelock() {
    let spin = Machine::new(vec![vec![Jump(0)]]);
    let limits = Limits {
        depth: 0,
        ..Limits::native()
    };
    let mut search = searched(
        &spin,
        Options {
            limits,
            ..Options::default()
        },
    );
    assert_eq!(search.limit(), Some(BoundedBy::Depth));
    assert_eq!(search.take_found(), []);
}

#[test]
fn what_is_ignored_is_told_but_not_reported() {
    let machine = Machine::new(vec![vec![Assert(0, 1)]]);
    let mut search = searched(
        &machine,
        Options {
            ignore: vec![Verdict::Assertion],
            ..Options::default()
        },
    );
    assert_eq!(search.take_found(), []);
    assert_eq!(search.ignored(), [Verdict::Assertion]);
}

#[test]
fn to_stop_at_the_first_finding_is_not_to_have_seen_everything() {
    let long = vec![Load(0), Load(0), Load(0), Lock(0), Lock(0)];
    let machine = Machine::new(vec![vec![Assert(0, 1)], long]);
    let mut search = searched(
        &machine,
        Options {
            stop_at_first: true,
            ..Options::default()
        },
    );
    assert_eq!(search.limit(), Some(BoundedBy::FirstFinding));
    assert_eq!(
        shortest(&search.take_found()),
        BTreeMap::from([(Verdict::Assertion, (1, 0))])
    );
}

fn instruction() -> impl Strategy<Value = Instruction> {
    prop_oneof![
        (0..2_usize).prop_map(Load),
        (0..2_usize).prop_map(Add),
        (0..2_usize).prop_map(Lock),
        (0..2_usize).prop_map(Unlock),
        (0..2_usize).prop_map(Signal),
        (0..2_usize, 1..3_u8).prop_map(|(variable, value)| Await(variable, value)),
        Just(Sleep),
        (0..2_usize, 0..3_u8).prop_map(|(variable, value)| Assert(variable, value)),
    ]
}

fn program() -> impl Strategy<Value = Vec<Vec<Instruction>>> {
    prop::collection::vec(prop::collection::vec(instruction(), 1..=3), 2..=3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_an_explorer_that_merges_nothing(tasks in program(), late in any::<bool>()) {
        let mut machine = Machine::new(tasks);
        machine.is_time_open = late;
        let mut search = searched(&machine, Options::default());
        prop_assert_eq!(search.limit(), None);
        let found = search.take_found();
        prop_assert_eq!(shortest(&found), naive::shortest(&machine));
        for found in &found {
            for way in [&found.best, &found.plain] {
                let (end, diagnoses) = machine.replay(way);
                let is_race = found.verdict == Verdict::Race;
                prop_assert!(is_race || end == Some(End::Bad(found.verdict)) || diagnoses.contains(found.verdict));
            }
        }
    }

    #[test]
    fn slices_of_any_size_give_the_same_answer(tasks in program(), budget in 1_u32..40) {
        let machine = Machine::new(tasks);
        let whole = searched(&machine, Options::default());
        let mut search = Search::new(machine, Options::default());
        while !search.explore(budget).is_finished {}
        prop_assert_eq!(search.progress(), whole.progress());
        prop_assert_eq!(&search.found, &whole.found);
        prop_assert_eq!(search.limit(), whole.limit());
    }

    #[test]
    fn states_that_somebody_else_expands_give_the_same_answer(tasks in program(), batch in 1_usize..9, budget in 1_u32..40) {
        let machine = Machine::new(tasks);
        let whole = searched(&machine, Options::default());
        let mut search = Search::new(machine.clone(), Options::default());
        let mut elsewhere = machine;
        let mut expand_all = |states: Vec<_>, wants_races: bool| {
            let mut expansions: Vec<_> = states.into_iter().rev().map(|state| expand(&mut elsewhere, state, &mut Vec::new(), wants_races)).collect();
            expansions.reverse();
            expansions
        };
        while !search.explore_with(budget, batch, &mut expand_all).is_finished {}
        prop_assert_eq!(&search.found, &whole.found);
        prop_assert_eq!(search.limit(), whole.limit());
        prop_assert_eq!(search.progress(), whole.progress());
    }

    #[test]
    fn states_that_are_made_again_give_the_same_answer(machine in looping(), kept in 0_u64..12, batch in 1_usize..9) {
        let whole = searched(&machine, Options::default());
        let bytes = machine.bytes(&machine.clone().initial()) + 40;
        let limits = Limits { waiting_bytes: kept * bytes, ..Limits::native() };
        let options = Options { limits, ..Options::default() };
        let alone = searched(&machine, options.clone());
        let mut search = Search::new(machine.clone(), options);
        let mut elsewhere = machine;
        let mut expand_all = |states: Vec<_>, wants_races: bool| -> Vec<_> {
            states.into_iter().map(|state| expand(&mut elsewhere, state, &mut Vec::new(), wants_races)).collect()
        };
        while !search.explore_with(5, batch, &mut expand_all).is_finished {}
        // But for the first states of all, which come one by one.
        prop_assert!(kept > 0 || alone.trail.steps > 0 || whole.visited.len() < 3);
        prop_assert!(alone.progress().bytes <= whole.progress().bytes);
        prop_assert_eq!(alone.progress(), search.progress());
        for search in [alone, search] {
            let progress = Progress { bytes: whole.progress().bytes, ..search.progress() };
            prop_assert_eq!(progress, whole.progress());
            prop_assert_eq!(&search.found, &whole.found);
            prop_assert_eq!(search.limit(), whole.limit());
            // Key by key and step by step: the same states have the same numbers.
            for state in 0..whole.visited.len() {
                prop_assert_eq!(search.visited.key(state), whole.visited.key(state));
            }
            for edge in 0..whole.graph.edge_count() {
                prop_assert_eq!(search.graph.edge(edge), whole.graph.edge(edge));
            }
        }
    }

    #[test]
    fn going_on_after_a_limit_gives_the_same_answer(tasks in program(), states in 1_u64..200, transitions in 1_u64..200) {
        let machine = Machine::new(tasks);
        let whole = searched(&machine, Options::default());
        let limits = Limits { states, transitions, ..Limits::native() };
        let mut search = searched(&machine, Options { limits, ..Options::default() });
        search.resume(Limits::native());
        while !search.explore(7).is_finished {}
        // Kinds that are found in one layer come in another order if a limit ended the search in its middle; a report sorts them.
        let verdicts = |found: &[Found]| found.iter().map(|found| (found.verdict, found.best.steps.len())).collect::<BTreeMap<_, _>>();
        prop_assert_eq!(verdicts(&search.found), verdicts(&whole.found));
        prop_assert_eq!(search.limit(), None);
        prop_assert_eq!(search.progress().states, whole.progress().states);
        prop_assert_eq!(search.progress().transitions, whole.progress().transitions);
    }

    /// Loops, so that the explorer of single runs has no end: instead, every walk round is tried from each state.
    #[test]
    fn endless_runs_are_found_exactly_where_some_walk_round_is_fair(machine in looping()) {
        let Some(explicit) = naive::Explicit::of(&machine, 400) else {
            return Err(TestCaseError::reject("too many states for the naive explorer"));
        };
        let mut search = searched(&machine, Options::default());
        prop_assert_eq!(search.limit(), None);
        let mut endless = BTreeMap::new();
        for found in search.take_found() {
            let is_endless = matches!(found.verdict, Verdict::Livelock | Verdict::Starvation | Verdict::Stuck);
            if !is_endless {
                continue;
            }
            for way in [&found.best, &found.plain] {
                let lap = way.lap.unwrap_or(0) as usize;
                prop_assert_eq!(machine.replay(way).0, None);
                let before = way.steps.len() - lap;
                endless.insert(found.verdict, before);
                prop_assert_eq!(found.verdict == Verdict::Stuck, lap == 0);
                if lap > 0 && before > 0 {
                    prop_assert_eq!(way.steps[before - 1].key, way.steps[way.steps.len() - 1].key);
                }
            }
        }
        prop_assert_eq!(endless, explicit.endless());
    }
}

fn looping() -> impl Strategy<Value = Machine> {
    let instruction = || {
        prop_oneof![
            3 => instruction(),
            1 => (0..4_usize).prop_map(Jump),
            1 => (0..2_usize, 0..2_u8, 0..4_usize).prop_map(|(variable, value, to)| JumpUnless(variable, value, to)),
            1 => Just(Progressed),
            1 => (0..2_usize).prop_map(Choose),
        ]
    };
    let tasks = prop::collection::vec(prop::collection::vec(instruction(), 1..=4), 2..=3);
    (tasks, any::<bool>()).prop_map(|(mut tasks, is_time_open)| {
        // A wait begins with a step of the task's own, not with the start or with the clock.
        for task in &mut tasks {
            let places = task.iter().flat_map(|&instruction| match instruction {
                Sleep => vec![Sleep, Load(0)],
                _ => vec![instruction],
            });
            *task = std::iter::once(Load(0)).chain(places).collect();
        }
        let mut machine = Machine::new(tasks);
        machine.is_time_open = is_time_open;
        machine
    })
}
