//! Classic concurrent programs with the verdicts that they must get. Each file of `tests/suite/check` says in comments below
//! its directive what a check finds in each model that it makes sense in, the kinds in order of their shortest runs:
//! `// check: threads=deadlock(6) tasks=lost-update(4),assertion(7) event-loop=holds`. The models are `threads`,
//! `statement` (threads that switch between statements), `tasks` and `event-loop`, each optionally with a time mode
//! (`tasks/any`). A program in which something is found has a `NAME.fix.ts` beside it, which must hold, and a
//! `NAME.half.ts`, which must not. `UPDATE_EXPECT=1` fills in lengths, never kinds. `SUITE_ONLY=PART` checks the programs
//! whose path holds that part.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use checker::{Checker, Limits, Options, Report, Verdict};
use grader::setup::{Explicit, check_setup};
use world::{Detail, Granularity, Log, Model, Program, Schedule, Setup, World};

const STATES_MAX: u64 = 60_000;

/// What a program is expected to show in one model: its words as written, and the kinds with their lengths.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Expected {
    machine: String,
    findings: Vec<(String, Option<u32>)>,
}

impl Expected {
    fn holds(&self) -> bool {
        self.findings.is_empty()
    }
}

struct Case {
    file: PathBuf,
    name: String,
    source: String,
    expected: Vec<Expected>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/check")
}

fn cases() -> Vec<Case> {
    let mut files = Vec::new();
    collect(&folder(), &mut files);
    if let Ok(part) = std::env::var("SUITE_ONLY") {
        files.retain(|file| file.to_string_lossy().contains(&part));
    }
    files.sort();
    files.into_iter().map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder that can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "ts") {
            files.push(path);
        }
    }
}

fn read(file: PathBuf) -> Case {
    let source = std::fs::read_to_string(&file).expect("a text file");
    let name = file.strip_prefix(folder()).expect("it is in there");
    let name = name.with_extension("").to_string_lossy().into_owned();
    let words = source
        .lines()
        .filter_map(|line| line.strip_prefix("// check:"))
        .flat_map(str::split_whitespace);
    let expected: Vec<Expected> = words.map(|word| parse(&name, word)).collect();
    assert!(!expected.is_empty(), "{name} says what a check finds: `// check: ...`");
    Case {
        file,
        name,
        source,
        expected,
    }
}

fn parse(name: &str, word: &str) -> Expected {
    let (machine, findings) = word.split_once('=').unwrap_or_else(|| panic!("{name}: `{word}`"));
    let findings = match findings {
        "holds" => Vec::new(),
        kinds => kinds.split(',').map(|kind| parse_finding(name, kind)).collect(),
    };
    Expected {
        machine: machine.to_owned(),
        findings,
    }
}

fn parse_finding(name: &str, word: &str) -> (String, Option<u32>) {
    let (kind, steps) = match word.strip_suffix(')').and_then(|word| word.split_once('(')) {
        Some((kind, steps)) => (kind, Some(steps.parse().unwrap_or_else(|_| panic!("{name}: `{word}`")))),
        None => (word, None),
    };
    let verdict: Result<Verdict, _> = kind.parse();
    assert!(
        verdict.is_ok_and(Verdict::is_finding),
        "{name}: `{kind}` is no kind of finding"
    );
    (kind.to_owned(), steps)
}

fn compiled(case: &Case) -> (Arc<Program>, compiler::Directive) {
    let compilation = compiler::compile(&case.source, &compiler::Options::default());
    assert!(
        !compilation.has_errors(),
        "{}: {:?}",
        case.name,
        compilation.diagnostics
    );
    (Arc::new(compilation.program), compilation.directive)
}

/// The machine that `threads`, `statement`, `tasks/any` and so on stand for, on top of the program's directive.
fn machine(case: &Case, words: &str, directive: &compiler::Directive) -> Setup {
    let (model, time) = match words.split_once('/') {
        Some((model, time)) => (model, Some(time.parse().expect("exact or any"))),
        None => (words, None),
    };
    let (model, granularity) = match model {
        "threads" => (Model::Threads, Some(Granularity::Access)),
        "statement" => (Model::Threads, Some(Granularity::Statement)),
        "tasks" => (Model::Tasks, None),
        "event-loop" => (Model::EventLoop, None),
        other => panic!("{}: `{other}` is no model", case.name),
    };
    let explicit = Explicit {
        model: Some(model),
        granularity,
        time,
        ..Explicit::default()
    };
    check_setup(directive, None, explicit)
}

fn options() -> Options {
    Options {
        limits: Limits {
            states: STATES_MAX,
            ..Limits::native()
        },
        ..Options::default()
    }
}

fn check(program: &Arc<Program>, setup: Setup, slice: u32) -> Report {
    let mut checker = Checker::new(Arc::clone(program), setup, options());
    while !checker.explore(slice).is_finished {}
    checker.report()
}

/// What is wrong with a report, judged by itself: it must be complete, and every finding must replay from its text.
fn faults(program: &Arc<Program>, setup: Setup, report: &Report) -> String {
    let mut text = String::new();
    if !report.defects.is_empty() || !report.is_complete {
        let _ = writeln!(text, "    limit {:?}, defects {:?}", report.limit, report.defects);
    }
    for finding in &report.findings {
        let schedule: Schedule = finding.schedule.to_string().parse().expect("a schedule reads back");
        let mut log = Log::new(Detail::Everything);
        let mut world = World::new(Arc::clone(program), schedule.setup(setup), &mut log);
        let misfit = schedule
            .choices
            .iter()
            .find_map(|&choice| world.step(choice, &mut log).err());
        if let Some(misfit) = misfit {
            let _ = writeln!(text, "    {}: {misfit}", finding.verdict);
        }
        if finding.message.is_empty() || schedule.choices.len() < finding.steps as usize {
            let _ = writeln!(
                text,
                "    {}: no message, or a schedule that is too short",
                finding.verdict
            );
        }
    }
    text
}

/// What was found and how long it takes.
fn found(report: &Report) -> impl Iterator<Item = (&'static str, u32)> {
    let findings = report.findings.iter();
    findings.map(|finding| (finding.verdict.word(), finding.steps))
}

/// How a report differs from what is expected; nothing if it does not.
fn difference(expected: &Expected, report: &Report) -> Option<String> {
    let wanted = expected.findings.iter();
    let wanted: Vec<(&str, Option<u32>)> = wanted.map(|(kind, steps)| (kind.as_str(), *steps)).collect();
    if found(report).map(|(kind, steps)| (kind, Some(steps))).eq(wanted) {
        return None;
    }
    let mut text = format!(
        "  {}: expected {}, found {}\n",
        expected.machine,
        words(expected),
        found_words(report)
    );
    for finding in &report.findings {
        let _ = writeln!(
            text,
            "    {}: {} {:?}\n      {}",
            finding.verdict, finding.message, finding.explanation, finding.schedule
        );
    }
    Some(text)
}

fn words(expected: &Expected) -> String {
    if expected.holds() {
        return "holds".to_owned();
    }
    let words: Vec<String> = expected
        .findings
        .iter()
        .map(|(kind, steps)| steps.map_or(kind.clone(), |steps| format!("{kind}({steps})")))
        .collect();
    words.join(",")
}

fn found_words(report: &Report) -> String {
    if report.findings.is_empty() {
        return report.verdict.to_string();
    }
    let words: Vec<String> = report
        .findings
        .iter()
        .map(|finding| format!("{}({})", finding.verdict, finding.steps))
        .collect();
    words.join(",")
}

/// Writes the lengths that were found into the file, if the kinds are the expected ones.
fn bless(case: &Case, reports: &[Report]) {
    let mut source = case.source.clone();
    for (expected, report) in case.expected.iter().zip(reports) {
        let lengths: BTreeMap<&str, u32> = found(report).collect();
        let wanted = expected.findings.iter();
        if !wanted
            .map(|(kind, _)| kind.as_str())
            .collect::<BTreeSet<&str>>()
            .iter()
            .eq(lengths.keys())
        {
            continue;
        }
        let mut blessed = expected.clone();
        for (kind, steps) in &mut blessed.findings {
            *steps = lengths.get(kind.as_str()).copied().or(*steps);
        }
        let place = |kind: &str| Verdict::FINDINGS.iter().position(|verdict| verdict.word() == kind);
        blessed
            .findings
            .sort_by_key(|(kind, steps)| (steps.unwrap_or(u32::MAX), place(kind)));
        let line = |expected: &Expected| format!(" {}={}", expected.machine, words(expected));
        source = source.replacen(&line(expected), &line(&blessed), 1);
    }
    if source != case.source {
        std::fs::write(&case.file, source).expect("a writable file");
    }
}

#[test]
fn every_program_gets_the_verdicts_that_it_deserves() {
    let is_update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = String::new();
    let cases = cases();
    for case in &cases {
        let (program, directive) = compiled(case);
        let mut reports = Vec::new();
        let mut lines = String::new();
        for expected in &case.expected {
            let setup = machine(case, &expected.machine, &directive);
            let report = check(&program, setup, u32::MAX);
            lines.extend(difference(expected, &report));
            lines.push_str(&faults(&program, setup, &report));
            reports.push(report);
        }
        if is_update {
            bless(case, &reports);
        }
        if !lines.is_empty() {
            let _ = writeln!(wrong, "--- {}\n{lines}", case.name);
        }
    }
    assert!(wrong.is_empty(), "of {} programs:\n{wrong}", cases.len());
}

#[test]
fn every_bug_has_a_fix_that_holds_and_half_a_fix_that_does_not() {
    if std::env::var_os("SUITE_ONLY").is_some() {
        return;
    }
    let cases: BTreeMap<String, Case> = cases().into_iter().map(|case| (case.name.clone(), case)).collect();
    let is_variant = |name: &str| name.ends_with(".fix") || name.ends_with(".half");
    for (name, case) in &cases {
        if let Some(base) = name.strip_suffix(".fix").or(name.strip_suffix(".half")) {
            assert!(cases.contains_key(base), "{name} is a variant of nothing");
            let is_fix = name.ends_with(".fix");
            assert_eq!(case.expected.iter().all(Expected::holds), is_fix, "{name}");
            continue;
        }
        if case.expected.iter().all(Expected::holds) {
            continue;
        }
        let fix = cases
            .get(&format!("{name}.fix"))
            .unwrap_or_else(|| panic!("{name} has no fix"));
        assert!(cases.contains_key(&format!("{name}.half")), "{name} has no half fix");
        for broken in case.expected.iter().filter(|expected| !expected.holds()) {
            let is_mended = fix.expected.iter().any(|mended| mended.machine == broken.machine);
            assert!(is_mended, "{name}: the fix says nothing about {}", broken.machine);
        }
    }
    let programs = cases.keys().filter(|name| !is_variant(name)).count();
    assert!(programs >= PROGRAMS_MIN, "programs got lost: {programs}");
}

const PROGRAMS_MIN: usize = 107;

#[test]
fn slices_of_any_size_give_the_same_report() {
    for case in cases() {
        let (program, directive) = compiled(&case);
        for expected in &case.expected {
            let setup = machine(&case, &expected.machine, &directive);
            let whole = check(&program, setup, u32::MAX);
            let sizes: &[u32] = if whole.transitions < 5_000 {
                &[1, 7, 1_000]
            } else {
                &[1_009]
            };
            for &size in sizes {
                assert!(
                    check(&program, setup, size) == whole,
                    "{} in slices of {size}",
                    case.name
                );
            }
        }
    }
}

/// States that were let go while they waited are made again when it is their turn.
#[test]
fn any_room_for_what_waits_gives_the_same_report() {
    for case in cases() {
        let (program, directive) = compiled(&case);
        for expected in &case.expected {
            let setup = machine(&case, &expected.machine, &directive);
            let whole = check(&program, setup, u32::MAX);
            // No state at all, a few of them, and most of them.
            let rooms: &[u64] = if whole.transitions < 5_000 {
                &[0, 7_000, 50_000]
            } else {
                &[200_000]
            };
            for &waiting_bytes in rooms {
                let mut options = options();
                options.limits.waiting_bytes = waiting_bytes;
                let report = checker::check(Arc::clone(&program), setup, options);
                assert!(report == whole, "{} with room for {waiting_bytes} bytes", case.name);
            }
        }
    }
}

#[test]
fn any_number_of_jobs_gives_the_same_report() {
    let run = |jobs: Vec<checker::Job<'_>>| {
        std::thread::scope(|scope| {
            for job in jobs {
                scope.spawn(job);
            }
        });
    };
    for case in cases() {
        let (program, directive) = compiled(&case);
        // Two jobs everywhere, four on one machine of each program: starting them is what takes the time here.
        for (expected, all) in case
            .expected
            .iter()
            .zip([&[2, 4][..]].into_iter().chain(std::iter::repeat(&[2][..])))
        {
            let setup = machine(&case, &expected.machine, &directive);
            let alone = check(&program, setup, u32::MAX);
            for &jobs in all {
                let mut checker = Checker::new(Arc::clone(&program), setup, options());
                while !checker.explore_with(u32::MAX, jobs, &mut |jobs| run(jobs)).is_finished {}
                assert!(checker.report() == alone, "{} with {jobs} jobs", case.name);
            }
        }
    }
}
