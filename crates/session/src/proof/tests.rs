//! Tests of the check behind its messages: any budget gives the same report.

use lesson::Setup;

use super::{ProofMessage, ProofReport, ProofRequest, ProofWorker, Subject};

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
