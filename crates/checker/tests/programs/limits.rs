//! Limits end in `bounded`, and slices change nothing.

use checker::{BoundedBy, Checker, Limits, Options, Verdict};
use world::{LimitKind, Setup};

use crate::support::{checked_with, compiled, tasks, threads};

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
    let ignore = vec![Verdict::LostUpdate];
    let with = |limits: Limits| {
        let options = Options {
            limits,
            ignore: ignore.clone(),
            ..Options::default()
        };
        checked_with(&quiet, threads(), options)
    };
    let all = with(Limits::page());
    assert_eq!((all.verdict, all.limit), (Verdict::Holds, None));
    let page = Limits::page();
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
        limits: Limits {
            depth: 50,
            ..Limits::page()
        },
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
        ..Limits::page()
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
fn any_number_of_jobs_gives_the_same_report() {
    let source = WORKERS.replace("spawn('C', worker)", "spawn('C', worker), spawn('D', worker)");
    let program = compiled(&source);
    let whole = checker::check(program.clone(), threads(), Options::default());
    assert!(whole.states > 200, "{whole:#?}");
    for jobs in [1, 2, 3, 4] {
        let mut checker = Checker::new(program.clone(), threads(), Options::default());
        let mut in_threads = |jobs: Vec<checker::Job<'_>>| {
            std::thread::scope(|scope| {
                for job in jobs {
                    scope.spawn(job);
                }
            });
        };
        while !checker.explore_with(1_000, jobs, &mut in_threads).is_finished {}
        assert_eq!(checker.report(), whole, "{jobs} jobs");
    }
}

#[test]
fn going_on_after_a_limit_gives_the_whole_report() {
    let program = compiled(WORKERS);
    let whole = checker::check(program.clone(), threads(), Options::default());
    for states in [1, 2, 10, whole.states - 1] {
        let limits = Limits {
            states,
            ..Limits::page()
        };
        let options = Options {
            limits,
            ..Options::default()
        };
        let mut checker = Checker::new(program.clone(), threads(), options);
        while !checker.explore(1_000).is_finished {}
        assert_eq!(checker.report().limit, Some(BoundedBy::States));
        checker.resume(Limits::page());
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
