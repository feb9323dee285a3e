//! `lanes check` from outside: its forms, its exit codes, and that threads change nothing.

use serde_json::Value;

mod support;
use support::{RACE, SAFE, ends, lanes};

#[test]
fn check_finds_the_lost_update_and_its_schedule_replays() {
    let ran = ends(&["check", "-", "--json"], RACE, 1, "");
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(report["complete"], true);
    assert_eq!(report["limit"], Value::Null);
    for key in ["states", "transitions", "elapsed_ms"] {
        assert!(report[key].is_u64(), "{key}: {}", report[key]);
    }
    let findings = report["findings"].as_array().expect("a list");
    let words: Vec<&str> = findings
        .iter()
        .filter_map(|finding| finding["verdict"].as_str())
        .collect();
    assert!(
        words.contains(&"lost-update") && words.contains(&"assertion"),
        "{words:?}"
    );
    assert_eq!(
        report["verdict"], findings[0]["verdict"],
        "the shortest finding is the verdict"
    );
    let assertion = findings
        .iter()
        .find(|finding| finding["verdict"] == "assertion")
        .expect("found above");
    assert!(assertion["preemptions"].as_u64() >= Some(1), "{assertion}");
    let schedule = assertion["schedule"].as_str().expect("text");
    ends(&["run", "-", "--schedule", schedule], RACE, 1, "lost an update: 1");
}

#[test]
fn check_tells_people_each_step() {
    let ran = ends(&["check", "-"], RACE, 1, "");
    assert!(ran.out.starts_with("race\n"), "{}", ran.out);
    for part in [
        "states, ",
        "--schedule 'v1 model=threads",
        "reads counter: 0",
        "writes counter = 1 over 1",
    ] {
        assert!(ran.out.contains(part), "`{part}` is not in: {}", ran.out);
    }
    assert!(!ran.out.contains('\x1b'), "no colours in a pipe");
}

#[test]
fn check_holds_ignores_and_gives_up() {
    let ran = ends(&["check", "-", "--json"], SAFE, 0, "");
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(
        (report["verdict"].as_str(), report["complete"].as_bool()),
        (Some("holds"), Some(true))
    );
    let blind = RACE.replace("assert(", "console.log(");
    ends(&["check", "-"], &blind, 1, "");
    ends(&["check", "-", "--ignore", "lost-update,race"], &blind, 0, "");
    let ran = ends(&["check", "-", "--max-states", "5", "--json"], SAFE, 3, "");
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(
        (report["verdict"].as_str(), report["limit"].as_str()),
        (Some("bounded"), Some("states"))
    );
    let ran = ends(&["check", "-", "--first", "--json"], RACE, 1, "");
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(1));
}

/// Two locks, taken in different orders.
const CROSSED: &str = "// lanes: model=tasks\n\
const a = new Mutex(), b = new Mutex();\n\
async function both(first, second) { await first.lock(); await second.lock(); second.unlock(); first.unlock(); }\n\
await Promise.all([spawn('A', () => both(a, b)), spawn('B', () => both(b, a))]);\n";

#[test]
fn the_states_of_a_small_program_are_a_picture_with_the_finding_in_it() {
    let ran = ends(&["check", "-", "--dot"], CROSSED, 1, "");
    assert!(ran.out.starts_with("digraph states {\n"), "{}", ran.out);
    assert!(ran.out.ends_with("}\n"), "{}", ran.out);
    assert_eq!(ran.out.matches("label=\"deadlock\"").count(), 1, "{}", ran.out);
    assert_eq!(ran.out.matches("shape=doublecircle").count(), 1, "{}", ran.out);
    assert!(ran.out.contains("[label=\"A L3\\ngets a\""), "{}", ran.out);
    // The shortest run to the deadlock: main, then each takes one lock and asks for the other.
    assert_eq!(ran.out.matches("penwidth=3").count(), 5, "{}", ran.out);
    assert_eq!(lanes(&["check", "-", "--format", "dot"], CROSSED).out, ran.out);
}

#[test]
fn quotes_and_line_breaks_stay_inside_their_labels() {
    let program = "console.log('say \"hi\" \\\\ twice\\nover');";
    let ran = ends(&["check", "-", "--dot"], program, 0, "");
    assert!(ran.out.contains(r#"prints \"say \\\"hi\\\""#), "{}", ran.out);
    for line in ran.out.lines().filter(|line| line.contains("->")) {
        let unescaped = line.replace(r"\\", "").replace(r#"\""#, "");
        assert_eq!(unescaped.matches('"').count(), 2, "{line}");
    }
}

/// The race, with more tasks.
fn crowded() -> String {
    RACE.replace(
        "spawn('A', add)",
        "spawn('A', add), spawn('C', add), spawn('D', add), spawn('E', add)",
    )
}

#[test]
fn a_picture_of_too_many_states_is_refused_with_what_to_do() {
    let many = crowded();
    let ran = ends(
        &["check", "-", "--dot"],
        &many,
        3,
        "too many for a picture; make it smaller",
    );
    assert_eq!(ran.out, "");
}

#[test]
fn the_report_is_the_same_whatever_the_number_of_jobs() {
    let many = crowded();
    let report = |jobs: &str| {
        let ran = lanes(&["check", "-", "--json", "--jobs", jobs], &many);
        let mut report: Value = serde_json::from_str(&ran.out).expect("JSON");
        assert!(report["states"].as_u64() > Some(500), "{report}");
        report["elapsed_ms"].take();
        report
    };
    let alone = report("1");
    assert_eq!(report("2"), alone);
    assert_eq!(report("4"), alone);
}

#[test]
fn a_check_ends_when_its_time_is_over() {
    let endless = "// lanes: model=tasks\nlet n = 0;\nwhile (true) { n++; await yieldNow(); }";
    let ran = lanes(&["check", "-", "--json", "--max-seconds", "1"], endless);
    assert_eq!(ran.code, Some(3), "{}", ran.out);
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(report["verdict"], "bounded");
    assert_eq!(report["limit"], "time");
    assert!(report["states"].as_u64() > Some(100), "{report}");
}

#[test]
fn check_tells_the_odds_of_an_ordinary_run() {
    let ran = ends(&["check", "-", "--json", "--odds", "200"], RACE, 1, "");
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let odds = report["odds"].as_array().expect("a list");
    let policies: Vec<&str> = odds.iter().filter_map(|odds| odds["policy"].as_str()).collect();
    assert_eq!(policies, ["fifo", "random", "pct"]);
    assert!(odds.iter().all(|odds| odds["runs"] == 200), "{odds:?}");
    assert_eq!(odds[0]["clean"], 200, "an ordinary run shows nothing");
    assert!(odds[1]["hits"]["lost-update"].as_u64() > Some(0), "{odds:?}");
    let ran = ends(&["check", "-", "--odds", "200"], RACE, 1, "");
    assert!(ran.out.contains("  met in 0 of 200 runs by fifo, "), "{}", ran.out);
}

#[test]
fn check_says_what_was_tested_when_it_could_not_prove() {
    let ran = ends(&["check", "-", "--json", "--max-states", "3"], SAFE, 3, "");
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(report["verdict"], "bounded");
    let bounds = report["tests"]["bounds"].as_array().expect("a list");
    assert_eq!(bounds.len(), 3, "{report}");
    let ran = ends(&["check", "-", "--max-states", "3"], SAFE, 3, "");
    assert!(
        ran.out.contains("tested, not proved: all runs with no preemption, "),
        "{}",
        ran.out
    );
}

#[test]
fn check_does_not_say_holds_of_what_was_drawn_at_random() {
    let ran = ends(&["check", "-", "--json"], "console.log(Math.random() < 2);", 3, "");
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let said = (report["verdict"].as_str(), report["limit"].as_str());
    assert_eq!(said, (Some("bounded"), Some("seed")));
}
