//! `lanes link` and the forms of `lanes trace`: what other programs get to read.

use serde_json::Value;
use session::{Link, PolicyKind};

mod support;
use support::{RACE, SAFE, ends};

#[test]
fn a_link_holds_the_program_and_what_was_chosen() {
    let arguments = [
        "link", "-", "--model", "threads", "--seed", "9", "--policy", "manual", "--set", "N=2",
    ];
    let ran = ends(&arguments, RACE, 0, "");
    let fragment = ran.out.strip_suffix('\n').expect("one line");
    let read = Link::read(fragment).expect("a link").expect("a sound one");
    let expected = Link {
        source: RACE.to_owned(),
        model: Some(world::Model::Threads),
        seed: Some(9),
        policy: Some(PolicyKind::Manual),
        set: vec![("N".to_owned(), "2".to_owned())],
        ..Link::default()
    };
    assert_eq!((read.link, read.complaints.len()), (expected, 0));
    let plain = ends(&["link", "-"], SAFE, 0, "").out;
    let expected = Link {
        source: SAFE.to_owned(),
        ..Link::default()
    };
    assert_eq!(
        Link::read(plain.trim()).and_then(Result::ok).map(|read| read.link),
        Some(expected)
    );
}

#[test]
fn a_link_holds_a_run_and_a_position() {
    let schedule = "v1 model=threads granularity=access time=exact seed=0 : 0*4 1 2";
    let ran = ends(&["link", "-", "--schedule", schedule, "--cursor", "5"], RACE, 0, "");
    let read = Link::read(ran.out.trim()).expect("a link").expect("a sound one");
    assert_eq!(
        read.link.schedule.map(|schedule| schedule.to_string()).as_deref(),
        Some(schedule)
    );
    assert_eq!(read.link.cursor, Some(5));
}

#[test]
fn links_that_cannot_be_made_are_usage_errors() {
    let noise: String = (0..20_000_u64)
        .map(|index| format!("{}\n", index.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
        .collect();
    ends(&["link", "-"], &noise, 2, "is too long for a link");
    ends(&["link", "-", "--cursor", "5"], RACE, 2, "--schedule");
    ends(&["link", "-", "--schedule", "v2 no"], RACE, 2, "cannot read");
    ends(&["link", "no-such-file.ts"], "", 2, "there is no such file");
}

const POOL: &str = "// lanes: model=tasks
const pool = new Semaphore(1);
async function job(name) {
  await pool.acquire();
  await sleep(10);
  pool.release();
  console.log(`${name}, done`);
}
await Promise.all([spawn('A', () => job('a')), spawn('B', () => job('b'))]);
";

fn trace(format: &str) -> String {
    ends(&["trace", "-", "--format", format], POOL, 0, "").out
}

#[test]
fn a_table_has_a_row_for_every_event() {
    let (table, events) = (trace("csv"), trace("events"));
    assert_eq!(table.lines().count(), events.lines().count() + 1);
    assert!(table.contains(",A,7,printed,,\"a, done\"\r\n"), "{table}");
    assert!(table.contains(",queued,pool,acquire\r\n"), "{table}");
}

#[test]
fn a_chrome_trace_has_threads_slices_and_flows() {
    let trace: Value = serde_json::from_str(&trace("chrome")).expect("it is JSON");
    let events = trace["traceEvents"].as_array().expect("a list");
    let of = |phase: &str| events.iter().filter(|event| event["ph"] == phase).collect::<Vec<_>>();
    let names: Vec<&str> = of("M")
        .iter()
        .filter(|event| event["name"] == "thread_name")
        .filter_map(|event| event["args"]["name"].as_str())
        .collect();
    assert_eq!(names, ["main", "A", "B"]);
    let waits = of("X")
        .into_iter()
        .find(|event| event["name"] == "waits: pool.acquire()")
        .expect("B waits");
    assert_eq!(
        (&waits["cat"], &waits["tid"]),
        (&Value::from("blocked"), &Value::from(2))
    );
    assert!(
        waits["dur"].as_u64().is_some_and(|dur| (10_000..10_020).contains(&dur)),
        "{waits}"
    );
    assert!(of("s").iter().any(|event| event["name"] == "handed off"));
    for event in events {
        assert!(event["ph"] == "M" || event["ts"].is_number(), "{event}");
        assert!(
            event["pid"].is_number() && event["tid"].is_number() && event["name"].is_string(),
            "{event}"
        );
    }
}

#[test]
fn an_otlp_trace_is_one_tree_of_spans() {
    let trace: Value = serde_json::from_str(&trace("otlp")).expect("it is JSON");
    let spans = trace["resourceSpans"][0]["scopeSpans"][0]["spans"]
        .as_array()
        .expect("a list");
    let ids: Vec<&str> = spans.iter().filter_map(|span| span["spanId"].as_str()).collect();
    for span in spans {
        let id = span["spanId"].as_str().expect("an id");
        assert_eq!((id.len(), span["traceId"].as_str().map(str::len)), (16, Some(32)));
        assert_eq!(ids.iter().filter(|&&other| other == id).count(), 1, "{id}");
        let parent = span["parentSpanId"].as_str().expect("a parent or none");
        assert!(
            parent.is_empty() == (id == ids[0]) && (parent.is_empty() || ids.contains(&parent)),
            "{span}"
        );
        let time = |key: &str| span[key].as_str().and_then(|time| time.parse::<u64>().ok()).expect(key);
        assert!(time("startTimeUnixNano") <= time("endTimeUnixNano"), "{span}");
    }
}

#[test]
fn metrics_have_one_family_each_and_an_end() {
    let text = trace("openmetrics");
    assert!(text.ends_with("# EOF\n"));
    let families: Vec<&str> = text.lines().filter(|line| line.starts_with("# TYPE ")).collect();
    let mut sorted = families.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), families.len());
    assert!(
        text.contains("lanes_wait_seconds{object=\"pool\",class=\"Semaphore\",id=\"0\",quantile=\"0.99\"} 0.01\n"),
        "{text}"
    );
    assert!(text.contains("lanes_tasks_total{end=\"finished\"} 2\n"), "{text}");
    let mut family = "";
    for line in text.lines() {
        match line.strip_prefix("# TYPE ") {
            Some(rest) => family = rest.split(' ').next().unwrap_or_default(),
            None => assert!(line.starts_with('#') || line.starts_with(family), "{line}"),
        }
    }
}

#[test]
fn a_picture_is_text_with_a_legend() {
    let svg = trace("svg");
    assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>\n"));
    for word in [
        "&lt;stdin&gt; (tasks, ",
        ">waits<",
        ">sleeps<",
        ">hands over to<",
        ">A<",
        ">B<",
    ] {
        assert!(svg.contains(word), "{word}: {svg}");
    }
    let timed = ends(&["trace", "-", "--format", "svg", "--axis", "time"], POOL, 0, "").out;
    assert!(timed.contains(">virtual time<") && timed.contains(" ms<"));
}
