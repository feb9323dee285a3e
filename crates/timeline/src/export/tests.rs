//! Exports of the runs that the other tests know, and what hostile names do to them.

use world::{EventKind, TaskId};

use super::table::cell;
use super::{chrome_trace, openmetrics, otlp, picture, table, whole_run};
use crate::tests::{Story, check_snapshot, lost_update, semaphore};
use crate::{Axis, Timeline};

/// A run in which every text is out to break the form that it stands in.
fn hostile() -> Timeline {
    let mut story = Story::new();
    story.step(TaskId(0), |step| {
        step.resumed().event(EventKind::Wrote {
            name: "=HYPERLINK(\"http://a\")".to_owned(),
            value: "\"a\",\r\nb\u{0}\u{2028}</text>&\\".to_owned(),
            previous: "-1".to_owned(),
        });
    });
    story.timeline()
}

#[test]
fn exports_look_as_they_did() {
    for (name, timeline) in [("lost_update", lost_update()), ("semaphore", semaphore())] {
        check_snapshot(&format!("{name}_table"), &table(&timeline));
        check_snapshot(&format!("{name}_chrome"), &chrome_trace(&timeline, name));
        check_snapshot(&format!("{name}_otlp"), &otlp(&timeline, name));
        check_snapshot(&format!("{name}_openmetrics"), &openmetrics(&timeline));
        let scene = whole_run(&timeline, Axis::Step);
        check_snapshot(&format!("{name}_picture"), &picture(&timeline, &scene, name));
    }
}

#[test]
fn an_empty_run_has_every_form() {
    let timeline = Timeline::new();
    assert_eq!(table(&timeline).lines().count(), 1);
    assert!(openmetrics(&timeline).ends_with("# EOF\n"));
    let scene = whole_run(&timeline, Axis::Time);
    assert!(picture(&timeline, &scene, "nothing").ends_with("</svg>\n"));
    assert!(chrome_trace(&timeline, "nothing").contains("process_name"));
    assert!(otlp(&timeline, "nothing").contains("resourceSpans"));
}

#[test]
fn cells_are_quoted_and_are_never_formulas() {
    for (text, written) in [
        ("plain", "plain"),
        ("a,b", "\"a,b\""),
        ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("two\nlines", "\"two\nlines\""),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-1", "-1"),
        ("-1e3", "-1e3"),
        ("-cmd", "'-cmd"),
        ("+1,2", "\"'+1,2\""),
        ("\t=1", "'\t=1"),
    ] {
        assert_eq!(cell(text), written);
    }
    let table = table(&hostile());
    assert!(
        table.contains(",wrote,\"'=HYPERLINK(\"\"http://a\"\")\",\"\"\"a\"\",\r\nb"),
        "{table}"
    );
}

#[test]
fn every_row_of_a_table_has_every_column() {
    let table = table(&semaphore());
    for line in table.lines() {
        assert_eq!(line.split(',').count(), 7, "{line}");
    }
    assert_eq!(table.lines().count(), semaphore().events().len() + 1);
}

#[test]
fn no_text_breaks_out_of_json_or_xml() {
    let timeline = hostile();
    for json in [chrome_trace(&timeline, "\"\n\\"), otlp(&timeline, "\"\n\\")] {
        assert!(
            json.contains("\\\"a\\\",\\u000d\\nb\\u0000\\u2028</text>&\\\\"),
            "{json}"
        );
        assert!(!json.contains('\r') && !json.contains('\u{0}'));
    }
    let scene = whole_run(&timeline, Axis::Step);
    let svg = picture(&timeline, &scene, "<script>&\u{1}");
    assert!(svg.contains("&lt;script&gt;&amp;\u{fffd}</title>"), "{svg}");
    assert!(!svg.contains("<script>"));
}

#[test]
fn slices_of_one_thread_do_not_overlap_and_flows_come_in_pairs() {
    let timeline = semaphore();
    let trace = chrome_trace(&timeline, "run");
    let number = |line: &str, key: &str| -> Option<f64> {
        let (_, rest) = line.split_once(&format!("\"{key}\":"))?;
        let end = rest.find([',', '}']).unwrap_or(rest.len());
        rest[..end].parse().ok()
    };
    let mut ends = std::collections::BTreeMap::new();
    for line in trace.lines().filter(|line| line.contains("\"ph\":\"X\"")) {
        let task = number(line, "tid").expect("a thread") as u32;
        let start = number(line, "ts").expect("a start");
        let end = ends.entry(task).or_insert(0.0);
        assert!(start >= *end, "{line}");
        *end = start + number(line, "dur").expect("a length");
    }
    assert_eq!(ends.len(), timeline.lanes().len(), "every lane has a slice");
    let count = |phase: &str| trace.matches(&format!("\"ph\":\"{phase}\"")).count();
    assert_eq!(
        (count("s"), count("f")),
        (timeline.links().len(), timeline.links().len())
    );
    assert_eq!(count("b"), count("e"));
}

#[test]
fn a_run_that_is_too_large_for_a_picture_says_what_is_left_out() {
    let mut story = Story::new();
    for task in 1..=500 {
        story.step(TaskId(0), |step| {
            step.spawned(TaskId(task), &format!("w{task}"));
        });
    }
    let timeline = story.timeline();
    let svg = picture(&timeline, &whole_run(&timeline, Axis::Step), "many");
    assert!(svg.contains("101 more lanes are not in this picture."));
    assert!(svg.contains(">w399<") && !svg.contains(">w400<"));
}
