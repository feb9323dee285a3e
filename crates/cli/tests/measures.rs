//! The measures of a run as the command tells them.

use serde_json::Value;

mod support;
use support::ends;

/// Two permits, three tasks that come at once and hold one for 10 ms each: the third waits for 10.
const THREE: &str = "// lanes: model=tasks\n\
const db = new Semaphore(2);\n\
async function use() { await db.acquire(); await sleep(10); db.release(); }\n\
await Promise.all([spawn('A', use), spawn('B', use), spawn('C', use)]);\n\
console.log('done');\n";

#[test]
fn run_tells_the_measures_beside_what_the_program_prints() {
    let ran = ends(&["run", "-", "--measures"], THREE, 0, "db (Semaphore)");
    assert_eq!(ran.out, "done\n");
    let line = |name: &str| {
        let found = ran.err.lines().rev().find(|line| line.trim_start().starts_with(name));
        found.map(|line| line.split_whitespace().rev().take(2).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(line("hold, mean").as_deref(), Some("ms 10"));
    assert_eq!(line("wait, longest").as_deref(), Some("ms 10"));
    assert_eq!(line("utilisation").as_deref(), Some("% 75"));
}

#[test]
fn trace_writes_figures_and_curves_for_programs() {
    let ran = ends(&["trace", "-", "--format", "measures"], THREE, 0, "");
    let value: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(value["virtual_ms"], 20.0);
    let db = &value["objects"][0];
    assert_eq!(
        (db["name"].as_str(), db["class"].as_str()),
        (Some("db"), Some("Semaphore"))
    );
    let figures = db["figures"].as_array().expect("a list");
    let figure = |name: &str| {
        figures
            .iter()
            .find(|figure| figure["name"] == name)
            .map(|figure| figure["value"].as_f64())
    };
    assert_eq!(figure("wait, mean"), Some(Some(10.0 / 3.0)));
    assert_eq!(figure("throughput"), Some(Some(150.0)));
    assert_eq!(
        db["curves"]["active"],
        serde_json::json!([[0.0, 2], [10.0, 1], [20.0, 0]])
    );
}

#[test]
fn a_run_in_which_no_time_passes_has_no_rates() {
    let ran = ends(
        &["run", "-", "--measures"],
        "const m = new Mutex();\nawait m.lock();\nm.unlock();\n",
        0,
        "m (Mutex)",
    );
    assert!(
        !ran.err.contains("/s") && !ran.err.contains("NaN") && !ran.err.contains("inf"),
        "{}",
        ran.err
    );
}
