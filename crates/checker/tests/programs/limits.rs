//! Limits end in `bounded`, and slices change nothing.

use checker::{BoundedBy, Checker, Draw, Limits, Options, Sample, Sampling, Verdict, odds};
use world::{LimitKind, Setup};

use crate::support::{checked_with, compiled, tasks, threads};

/// The limits of the page, without the tests that follow when one of them is met.
fn page() -> Limits {
    Limits {
        test_steps: 0,
        ..Limits::page()
    }
}

const WORKERS: &str = "\
let counter = 0;
async function worker() { counter = counter + 1; }
await Promise.all([spawn('A', worker), spawn('B', worker), spawn('C', worker)]);
assert(counter > 1, 'two at least');
";

#[test]
fn slices_of_any_size_give_the_same_report() {
    let program = compiled(WORKERS);
    let whole = checker::check(program.clone(), threads(), Options::default());
    assert!(whole.findings.len() >= 2, "{whole:#?}");
    for budget in [1, 2, 3, 7, 100, 1_000] {
        let mut checker = Checker::new(program.clone(), threads(), Options::default());
        assert_eq!(checker.report().limit, Some(BoundedBy::Unfinished));
        while !checker.explore(budget).is_finished {}
        assert_eq!(checker.report(), whole, "slices of {budget}");
    }
}

#[test]
fn what_was_not_looked_at_is_never_said_to_hold() {
    let quiet = WORKERS.replace("assert(counter > 1, 'two at least');", "");
    let ignore = vec![Verdict::LostUpdate, Verdict::Race];
    let with = |limits: Limits| {
        let options = Options {
            limits,
            ignore: ignore.clone(),
            ..Options::default()
        };
        checked_with(&quiet, threads(), options)
    };
    let all = with(page());
    assert_eq!((all.verdict, all.limit), (Verdict::Holds, None));
    let page = page();
    let cases = [
        (
            Limits {
                states: all.states - 1,
                ..page
            },
            BoundedBy::States,
        ),
        (
            Limits {
                transitions: all.transitions - 1,
                ..page
            },
            BoundedBy::Transitions,
        ),
        (
            Limits {
                depth: all.depth - 1,
                ..page
            },
            BoundedBy::Depth,
        ),
        (Limits { bytes: 1, ..page }, BoundedBy::Bytes),
    ];
    for (limits, expected) in cases {
        let report = with(limits);
        assert_eq!((report.verdict, report.limit), (Verdict::Bounded, Some(expected)));
        assert!(!report.is_complete);
    }
    let exact = Limits {
        states: all.states,
        transitions: all.transitions,
        depth: all.depth,
        ..page
    };
    assert_eq!(with(exact).verdict, Verdict::Holds);
}

#[test]
fn a_run_that_meets_a_bound_of_its_machine_is_not_known_to_end_well() {
    let source = "const list = [];\nwhile (true) { list.push('x'.repeat(1000) + list.length); }\n";
    let limits = world::Limits {
        heap_bytes: 1 << 20,
        step_ops: 10_000,
        ..world::Limits::default()
    };
    let report = checked_with(source, Setup { limits, ..tasks() }, Options::default());
    assert_eq!(
        (report.verdict, report.limit),
        (Verdict::Bounded, Some(BoundedBy::Run(LimitKind::HeapBytes)))
    );
}

#[test]
fn an_endless_loop_without_a_switch_is_found_step_by_step() {
    let limits = world::Limits {
        step_ops: 1_000,
        ..world::Limits::default()
    };
    let report = checked_with("while (true) {}\n", Setup { limits, ..tasks() }, Options::default());
    assert_eq!(report.verdict, Verdict::Livelock, "{report:#?}");
    let options = Options {
        limits: Limits { depth: 50, ..page() },
        ..Options::default()
    };
    let counting = checked_with(
        "let n = 0;\nwhile (true) { n++; }\n",
        Setup { limits, ..tasks() },
        options,
    );
    assert_eq!(
        (counting.verdict, counting.limit),
        (Verdict::Bounded, Some(BoundedBy::Depth))
    );
}

#[test]
fn to_stop_at_the_first_finding_reports_only_what_is_as_short() {
    let options = Options {
        stop_at_first: true,
        ..Options::default()
    };
    let report = checked_with(WORKERS, threads(), options);
    assert_eq!(
        (report.is_complete, report.limit),
        (false, Some(BoundedBy::FirstFinding))
    );
    assert!(
        report
            .findings
            .iter()
            .all(|finding| finding.steps == report.findings[0].steps)
    );
}

#[test]
fn a_loop_of_long_steps_ends_at_the_limit_of_operations_and_in_short_slices() {
    let source = "let i = 0; while (true) { i++; }";
    let limits = Limits {
        ops: 5_000_000,
        ..page()
    };
    let options = Options {
        limits,
        ..Options::default()
    };
    let mut checker = Checker::new(compiled(source), Setup::default(), options);
    let slice = checker.explore(100);
    assert!(
        slice.transitions <= 1,
        "a slice of 100 is one step of a million operations: {slice:?}"
    );
    while !checker.explore(1_000).is_finished {}
    let report = checker.report();
    assert_eq!(
        (report.verdict, report.limit),
        (Verdict::Bounded, Some(BoundedBy::Operations))
    );
    assert!(report.transitions <= 7, "{report:?}");
}

#[test]
fn what_is_too_large_to_prove_is_tested_and_said_to_be() {
    let limits = Limits {
        states: 20,
        test_steps: 20_000,
        ..Limits::page()
    };
    let options = Options {
        limits,
        ..Options::default()
    };
    let whole = checked_with(WORKERS, threads(), Options::default());
    let report = checked_with(WORKERS, threads(), options.clone());
    assert_eq!(report.limit, Some(BoundedBy::States));
    assert_eq!(report.states, 20);
    let kinds = |report: &checker::Report| {
        report
            .findings
            .iter()
            .map(|finding| finding.verdict)
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(&report), kinds(&whole), "{report:#?}");
    let tests = report.tests.as_ref().expect("tests were run");
    let bounds: Vec<_> = tests
        .bounds
        .iter()
        .map(|bound| (bound.preemptions, bound.is_complete))
        .collect();
    assert_eq!(bounds, [(0, true), (1, true), (2, true)]);
    assert!(
        tests.drawn.iter().all(|odds| odds.runs > 10 && odds.clean > 0),
        "{tests:#?}"
    );
    // The race is so near that the search has seen it.
    for finding in report
        .findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::Race)
    {
        let proved = whole.findings.iter().find(|other| other.verdict == finding.verdict);
        assert!(!finding.is_shortest && proved.is_some_and(|other| other.is_shortest && other.steps <= finding.steps));
    }
    // Slices change nothing here either.
    for budget in [1, 17, 1_000] {
        let mut checker = Checker::new(compiled(WORKERS), threads(), options.clone());
        while !checker.explore(budget).is_finished {}
        assert_eq!(checker.report(), report, "slices of {budget}");
    }
}

#[test]
fn odds_tell_how_often_a_run_goes_wrong_by_how_it_is_drawn() {
    let program = compiled(WORKERS);
    let draw = |draw: Draw| {
        let sample = Sample {
            draw,
            runs: 400,
            ..Sample::default()
        };
        odds(program.clone(), threads(), sample)
    };
    let fifo = draw(Draw::Fifo);
    assert_eq!((fifo.runs, fifo.clean, fifo.hits(Verdict::LostUpdate)), (400, 400, 0));
    for odds in [draw(Draw::Random), draw(Draw::Pct)] {
        assert_eq!((odds.runs, odds.cut), (400, 0));
        let lost = odds.hits(Verdict::LostUpdate);
        assert!(lost > 40 && lost < 400, "{odds:?}");
        assert!(odds.hits(Verdict::Assertion) <= lost, "{odds:?}");
        assert_eq!(odds.clean + lost, 400);
    }
    let mut slices = Sampling::new(program.clone(), threads(), Sample::default());
    while !slices.advance(7) {}
    assert_eq!(slices.odds(), &odds(program, threads(), Sample::default()));
}

#[test]
fn any_number_of_jobs_gives_the_same_report() {
    let source = WORKERS.replace("spawn('C', worker)", "spawn('C', worker), spawn('D', worker)");
    let program = compiled(&source);
    assert!(checker::check(program.clone(), threads(), Options::default()).states > 200);
    // Which states are there at once depends on the jobs, and must not decide when there is no more memory.
    let limits = |bytes: u64| Limits { bytes, ..page() };
    let options = |bytes: u64| Options {
        limits: limits(bytes),
        ..Options::default()
    };
    let bounds = [page().bytes, 16 << 10, 24 << 10, 32 << 10, 48 << 10, 64 << 10];
    let is_met =
        |&bytes: &u64| checker::check(program.clone(), threads(), options(bytes)).limit == Some(BoundedBy::Bytes);
    assert!((2..bounds.len()).contains(&bounds.iter().filter(|&bytes| is_met(bytes)).count()));
    for (jobs, bytes) in [1, 2, 3, 4]
        .into_iter()
        .flat_map(|jobs| bounds.map(|bytes| (jobs, bytes)))
    {
        let whole = checker::check(program.clone(), threads(), options(bytes));
        let mut checker = Checker::new(program.clone(), threads(), options(bytes));
        let mut in_threads = |jobs: Vec<checker::Job<'_>>| {
            std::thread::scope(|scope| {
                for job in jobs {
                    scope.spawn(job);
                }
            });
        };
        while !checker.explore_with(1_000, jobs, &mut in_threads).is_finished {}
        assert_eq!(checker.report(), whole, "{jobs} jobs, {bytes} bytes");
    }
}

#[test]
fn going_on_after_a_limit_gives_the_whole_report() {
    let program = compiled(WORKERS);
    let whole = checker::check(program.clone(), threads(), Options::default());
    for states in [1, 2, 10, whole.states - 1] {
        let limits = Limits { states, ..page() };
        let options = Options {
            limits,
            ..Options::default()
        };
        let mut checker = Checker::new(program.clone(), threads(), options);
        while !checker.explore(1_000).is_finished {}
        assert_eq!(checker.report().limit, Some(BoundedBy::States));
        checker.resume(page());
        while !checker.explore(1_000).is_finished {}
        let report = checker.report();
        assert_eq!((report.states, report.transitions), (whole.states, whole.transitions));
        let kinds = |report: &checker::Report| -> Vec<_> {
            report
                .findings
                .iter()
                .map(|finding| (finding.verdict, finding.steps))
                .collect()
        };
        assert_eq!(kinds(&report), kinds(&whole));
        assert!(report.is_complete);
    }
}

#[test]
fn the_state_graph_has_every_state_and_every_step() {
    let mut checker = Checker::new(compiled(WORKERS), threads(), Options::default());
    while !checker.explore(1_000).is_finished {}
    let (report, graph) = (checker.report(), checker.state_graph());
    assert_eq!(graph.states.len() as u64, report.states);
    assert_eq!(graph.steps.len() as u64, report.transitions);
    for (at, state) in graph.states.iter().enumerate() {
        let leaves = graph.steps.iter().any(|step| step.source as usize == at);
        assert_eq!(state.end.is_some(), !leaves);
    }
    let ends = |end: checker::StateEnd| graph.states.iter().filter(|state| state.end == Some(end)).count();
    assert!(ends(checker::StateEnd::Good) > 0 && ends(checker::StateEnd::Bad(Verdict::Assertion)) > 0);
}

#[test]
fn a_hint_knows_the_way_from_anywhere_and_says_when_there_is_none() {
    let mut checker = Checker::new(compiled(WORKERS), threads(), Options::default());
    while !checker.explore(1_000).is_finished {}
    let report = checker.report();
    // Races are where one could look rather than where it goes wrong: hints lead past them.
    let lost = report
        .findings
        .iter()
        .find(|finding| finding.verdict == Verdict::LostUpdate);
    let nearest = lost.map(|finding| finding.steps);
    let mut way = Vec::new();
    let mut hint = checker.hint(&way).expect("the start is known");
    let mut text = hint.nudges.join("\n");
    assert_eq!(hint.distance, nearest);
    assert!(hint.is_certain);
    // Whoever follows the hints gets there, one step at a time.
    while let (Some(distance), Some(choice)) = (hint.distance, hint.choice) {
        way.push(choice);
        let next = checker.hint(&way).expect("a hint can be followed");
        assert!(distance == 1 || next.distance == Some(distance - 1), "{next:?}");
        if distance == 1 {
            break;
        }
        hint = next;
        text += &hint.nudges.join("\n");
    }
    assert_eq!(Some(way.len() as u32), nearest);
    assert_eq!(hint.verdict, Some(Verdict::LostUpdate));
    assert!(
        text.contains("has read `counter`. What if another task changes it first?"),
        "{text}"
    );
    assert!(checker.hint(&[world::Choice::Advance]).is_err());
    let fixed = WORKERS.replace("counter > 1", "counter > 0");
    let fixed = fixed.replace("counter = counter + 1", "counter = 3");
    let mut checker = Checker::new(compiled(&fixed), threads(), Options::default());
    while !checker.explore(1_000).is_finished {}
    assert_eq!(checker.hint(&[]).expect("the start is known").distance, None);
}

#[test]
fn what_was_drawn_at_random_is_not_proved_for_other_numbers() {
    let source = "const coin = Math.random() < 2;\nassert(coin, 'always');\n";
    let report = checked_with(source, threads(), Options::default());
    assert_eq!(
        (report.verdict, report.limit),
        (Verdict::Bounded, Some(BoundedBy::Seed))
    );
    assert_eq!((report.is_complete, report.tests), (false, None));
    let failing = checked_with(&source.replace("< 2", "> 2"), threads(), Options::default());
    assert_eq!(failing.verdict, Verdict::Assertion);
    assert_eq!(
        checked_with("const coin = 1;\n", threads(), Options::default()).verdict,
        Verdict::Holds
    );
}
