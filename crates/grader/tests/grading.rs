//! Every kind of check, and every reason for which one can fail, each with the smallest program that shows it.

use std::collections::BTreeMap;

use grader::{CheckResult, Grade, Grading, grade};
use lesson::{Check, CheckKind, Lesson, Literal, OutputRule, Policy, Prove, Reason, Run, Setup, SourceRules, Verdict};

fn lesson(kind: CheckKind) -> Lesson {
    Lesson {
        id: "chapter/01-test".to_owned(),
        slug: "test".to_owned(),
        number: 1,
        title: "Test".to_owned(),
        summary: String::new(),
        objectives: Vec::new(),
        prerequisites: Vec::new(),
        minutes: 1,
        goal: String::new(),
        setup: Setup::default(),
        intro_html: String::new(),
        sections: Vec::new(),
        predict: Vec::new(),
        hints: Vec::new(),
        checks: vec![Check {
            id: "check".to_owned(),
            title: "It is right".to_owned(),
            message_on_fail: "It is not right.".to_owned(),
            kind,
        }],
        starter: "// given\nconst N = 2;\n// end given\n".to_owned(),
        solutions: Vec::new(),
        broken: Vec::new(),
    }
}

fn prove() -> Prove {
    Prove {
        overrides: BTreeMap::new(),
        setup: Setup::default(),
        max_states: None,
        also_fail_on: Vec::new(),
        ignore: Vec::new(),
        final_output: None,
    }
}

fn run() -> Run {
    Run {
        overrides: BTreeMap::new(),
        setup: Setup::default(),
        policy: Policy::Fifo,
        seeds: Vec::new(),
        output: Vec::new(),
        virtual_ms_max: None,
        virtual_ms_min: None,
        steps_max: None,
    }
}

fn decide(kind: CheckKind, source: &str) -> CheckResult {
    let lesson = lesson(kind);
    let whole = grade(&lesson, source);
    let mut grading = Grading::new(&lesson, source);
    while !grading.advance(3).is_finished {}
    assert_eq!(grading.grade(), whole, "the slices do not matter");
    let Grade { passed, mut checks, .. } = whole;
    let check = checks.remove(0);
    assert_eq!(passed, check.passed);
    assert_eq!(check.passed, check.reason.is_none(), "{}", check.message);
    assert_eq!(check.passed, check.advice.is_empty());
    check
}

#[track_caller]
fn fails(kind: CheckKind, source: &str, reason: Reason) -> CheckResult {
    let check = decide(kind, source);
    assert_eq!(check.reason, Some(reason), "{}", check.message);
    check
}

#[track_caller]
fn passes(kind: CheckKind, source: &str) -> CheckResult {
    let check = decide(kind, source);
    assert!(check.passed, "{}", check.message);
    check
}

const RACE: &str = "// lanes: model=threads\n\
const N = 2;\n\
let counter = 0;\n\
async function add() { counter = counter + 1; }\n\
const tasks = [];\n\
for (let i = 0; i < N; i++) tasks.push(spawn('w' + i, add));\n\
await Promise.all(tasks);\n\
console.log(`counted ${counter}`);\n";

#[test]
fn a_proof_fails_for_what_the_lesson_says() {
    let demanding = || Prove {
        final_output: Some("counted 2".to_owned()),
        ..prove()
    };
    let found = fails(CheckKind::Prove(demanding()), RACE, Reason::FinalOutput);
    let finding = found.finding.as_ref().expect("a schedule");
    assert_eq!(finding.steps as usize, finding.schedule.choices.len());
    assert!(found.complete && found.states > 0);
    // The diagnosis says why, and fails nothing by itself.
    let diagnosis = found
        .other_findings
        .iter()
        .find(|other| other.reason == Reason::Verdict(Verdict::LostUpdate));
    assert!(diagnosis.is_some_and(|diagnosis| !diagnosis.is_failure));
    passes(CheckKind::Prove(prove()), RACE);
    let strict = Prove {
        also_fail_on: vec![Verdict::LostUpdate],
        ..demanding()
    };
    let found = fails(CheckKind::Prove(strict), RACE, Reason::Verdict(Verdict::LostUpdate));
    assert!(found.reasons().any(|reason| reason == Reason::FinalOutput));
}

#[test]
fn a_proof_runs_on_the_instance_that_the_check_asks_for() {
    let overrides = BTreeMap::from([("N".to_owned(), Literal::Int(1))]);
    let alone = Prove {
        overrides: overrides.clone(),
        final_output: Some("counted 1".to_owned()),
        ..prove()
    };
    passes(CheckKind::Prove(alone), RACE);
    let missing = Prove { overrides, ..prove() };
    fails(CheckKind::Prove(missing), "console.log(1);", Reason::DoesNotCompile);
}

#[test]
fn a_proof_that_meets_its_limit_is_neither() {
    let short = Prove {
        max_states: Some(4),
        ..prove()
    };
    let found = fails(CheckKind::Prove(short), RACE, Reason::Bounded);
    assert!(!found.complete && found.finding.is_none());
}

#[test]
fn a_proof_finds_deadlocks_errors_and_broken_assertions() {
    let kind = || CheckKind::Prove(prove());
    let deadlock = "const m = new Mutex(); await m.lock(); await m.lock();";
    fails(kind(), deadlock, Reason::Verdict(Verdict::Deadlock));
    fails(kind(), "throw new Error('x');", Reason::Verdict(Verdict::Exception));
    fails(kind(), "assert(false, 'no');", Reason::Verdict(Verdict::Assertion));
    fails(
        kind(),
        "let n = 0; always('small', () => n < 2); n = 5;",
        Reason::Verdict(Verdict::Always),
    );
    fails(
        kind(),
        "while (true) await yieldNow();",
        Reason::Verdict(Verdict::Livelock),
    );
    let tolerant = Prove {
        ignore: vec![Verdict::Assertion],
        ..prove()
    };
    passes(CheckKind::Prove(tolerant), "assert(false, 'no');");
}

#[test]
fn a_run_is_judged_by_its_end_its_output_and_its_time() {
    let timed = || Run {
        virtual_ms_min: Some(10),
        virtual_ms_max: Some(20),
        ..run()
    };
    let passed = passes(CheckKind::Run(timed()), "await sleep(15);");
    assert!(passed.message.contains("15 ms"), "{}", passed.message);
    let slow = fails(CheckKind::Run(timed()), "await sleep(1234);", Reason::TooSlow);
    assert!(
        slow.message.contains("1,234 ms") && slow.finding.is_some(),
        "{}",
        slow.message
    );
    fails(CheckKind::Run(timed()), "await sleep(5);", Reason::TooFast);
    let talkative = || Run {
        output: vec![
            OutputRule::LastLine("b".to_owned()),
            OutputRule::Never("secret".to_owned()),
        ],
        ..run()
    };
    passes(CheckKind::Run(talkative()), "console.log('a\\nb');");
    fails(
        CheckKind::Run(talkative()),
        "console.log('b'); console.log('a');",
        Reason::Output,
    );
    fails(
        CheckKind::Run(talkative()),
        "console.log('secret'); console.log('b');",
        Reason::Output,
    );
    fails(CheckKind::Run(talkative()), "", Reason::Output);
    fails(CheckKind::Run(run()), "throw 1;", Reason::Verdict(Verdict::Exception));
    fails(
        CheckKind::Run(run()),
        "await new Promise(() => {});",
        Reason::Verdict(Verdict::Deadlock),
    );
}

#[test]
fn a_run_that_never_ends_is_stopped() {
    let short = Run {
        steps_max: Some(40),
        ..run()
    };
    fails(
        CheckKind::Run(short),
        "while (true) await yieldNow();",
        Reason::TooManySteps,
    );
    fails(CheckKind::Run(run()), "while (true) {}", Reason::TooManySteps);
    fails(
        CheckKind::Run(run()),
        "while (true) spawn(() => sleep(1));",
        Reason::Bounded,
    );
}

#[test]
fn runs_with_several_seeds_all_count() {
    let seeded = Run {
        policy: Policy::Random,
        seeds: (0..40).collect(),
        output: vec![OutputRule::LastLine("counted 2".to_owned())],
        ..run()
    };
    let found = fails(CheckKind::Run(seeded), RACE, Reason::Output);
    let finding = found.finding.expect("the run that failed");
    assert!(
        found.transitions >= u64::from(finding.steps),
        "the runs before count too"
    );
}

#[test]
fn text_rules_are_read_and_programs_with_errors_fail_the_rest() {
    let rules = SourceRules {
        given_unchanged: true,
        ..SourceRules::default()
    };
    passes(
        CheckKind::Source(rules.clone()),
        "// given\nconst N = 2;\n// end given\nmine();\n",
    );
    let changed = fails(
        CheckKind::Source(rules),
        "// given\nconst N = 3;\n// end given\n",
        Reason::GivenChanged,
    );
    assert_eq!(changed.line, 2);
    let broken = fails(CheckKind::Run(run()), "let a = 1;\nlet = 3;\n", Reason::DoesNotCompile);
    assert_eq!(broken.line, 2);
    fails(CheckKind::Prove(prove()), "let = 3;", Reason::DoesNotCompile);
    // As in JavaScript, a name that nobody declares compiles, and fails when it is reached.
    let unknown = Reason::Verdict(Verdict::Exception);
    fails(CheckKind::Prove(prove()), "nope();", unknown);
}
