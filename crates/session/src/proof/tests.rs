//! Tests of the check behind its messages: any budget gives the same report.

use lesson::Setup;

use super::{ProofMessage, ProofReport, ProofRequest, ProofStage, ProofWorker, Subject};

const RACE: &str = "// lanes: model=threads
let n = 0;
async function add() { n = n + 1; }
await Promise.all([spawn('A', add), spawn('B', add)]);
assert(n === 2, 'lost one');
";

fn prove(source: &str, budget: u32) -> ProofReport {
    let subject = Subject::Program {
        setup: Setup::default(),
    };
    let request = ProofRequest {
        run_id: 7,
        source: source.to_owned(),
        subject,
    };
    let request = ProofRequest::from_json(&request.to_json()).expect("it reads back");
    let mut worker = ProofWorker::new(&request);
    for _ in 0..1_000_000 {
        match worker.advance(budget, 3) {
            ProofMessage::Progress(progress) => assert_eq!(progress.run_id, 7),
            ProofMessage::Finished(report) => return report,
            ProofMessage::Nudged(_) => panic!("nobody asked"),
        }
    }
    panic!("it never ends");
}

#[test]
fn any_budget_gives_the_same_report() {
    let whole = prove(RACE, u32::MAX);
    assert!(!whole.passed && whole.states > 0);
    assert_eq!(prove(RACE, 1), whole);
    assert_eq!(prove(RACE, 37), whole);
}

#[test]
fn a_failure_tells_how_often_ordinary_runs_meet_it() {
    let report = prove(RACE, 1_000);
    let findings = &report.checks[0].findings;
    let (race, lost) = (&findings[0], &findings[1]);
    assert_eq!((race.verdict.as_str(), lost.verdict.as_str()), ("race", "lost-update"));
    assert!(race.odds.is_empty(), "no single run shows a race");
    let odds = &lost.odds;
    let drawn: Vec<(&str, u32)> = odds.iter().map(|odds| (odds.policy.as_str(), odds.runs)).collect();
    assert_eq!(drawn, [("fifo", 1), ("random", 2_000), ("pct", 2_000)]);
    assert_eq!(odds[0].hits, 0);
    assert!(odds[1].hits > 100 && odds[1].hits < 1_900, "{odds:?}");
    assert!(!report.can_continue);
}

#[test]
fn a_search_that_met_a_limit_is_tested_and_goes_on() {
    let source = "// lanes: model=threads
let n = 0;
async function add() { for (let i = 0; i < 60; i++) { n = (n + 1) % 5; } }
await Promise.all([spawn('A', add), spawn('B', add), spawn('C', add)]);
";
    let request = ProofRequest {
        run_id: 7,
        source: source.to_owned(),
        subject: Subject::Program {
            setup: Setup::default(),
        },
    };
    let mut worker = ProofWorker::new(&request);
    worker.limit(500);
    let finish = |worker: &mut ProofWorker| {
        let mut stages = Vec::new();
        loop {
            match worker.advance(5_000, 3) {
                ProofMessage::Progress(progress) => stages.push(progress.stage),
                ProofMessage::Finished(report) => return (report, stages),
                ProofMessage::Nudged(_) => panic!("nobody asked"),
            }
        }
    };
    let (report, stages) = finish(&mut worker);
    assert!(report.can_continue && !report.checks[0].complete);
    assert!(stages.contains(&ProofStage::Testing), "{stages:?}");
    assert!(!report.checks[0].tested.is_empty());
    worker.resume();
    let (more, _) = finish(&mut worker);
    assert!(
        more.states > report.states,
        "{} states after {}",
        more.states,
        report.states
    );
}

#[test]
fn a_finding_carries_a_schedule_that_parses() {
    let report = prove(RACE, u32::MAX);
    let found = &report.checks[0].findings[0];
    let schedule: world::Schedule = found.schedule.parse().expect("it parses");
    assert_eq!(schedule.choices.len(), found.steps as usize);
}

#[test]
fn a_program_that_does_not_compile_is_answered_and_not_explored() {
    let report = prove("let x = ;", 1);
    assert!(!report.passed && report.states == 0);
    assert!(report.broken.is_some_and(|why| why.contains("does not compile")));
}

#[test]
fn what_is_no_message_is_refused_with_a_sentence() {
    assert!(ProofRequest::from_json("{}").is_err_and(|why| why.contains("worker")));
    assert!(ProofMessage::from_json("7").is_err_and(|why| why.contains("page")));
}

#[test]
fn a_search_that_has_ended_says_how_a_run_could_go_wrong_from_where_it_stands() {
    let request = ProofRequest {
        run_id: 7,
        source: RACE.to_owned(),
        subject: Subject::Program {
            setup: Setup::default(),
        },
    };
    let mut worker = ProofWorker::new(&request);
    while !matches!(worker.advance(1_000, 0), ProofMessage::Finished(_)) {}
    let mut nudge = |choices: &str| {
        let schedule = format!("v1 model=threads granularity=access time=any seed=0 : {choices}");
        let ProofMessage::Nudged(nudges) = worker.nudge(&schedule) else {
            panic!("it says something else")
        };
        assert_eq!((nudges.run_id, nudges.schedule), (7, schedule));
        nudges.sentences
    };
    // Both have read the same value: the next write is the one that is lost.
    let torn = nudge("0 1 2");
    assert!(
        torn.len() > 1 && torn.iter().any(|said| said.starts_with("Let ")),
        "{torn:?}"
    );
    let elsewhere = nudge("5");
    assert!(elsewhere[0].contains("another machine"), "{elsewhere:?}");
}
