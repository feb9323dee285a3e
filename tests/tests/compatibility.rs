//! COMPATIBILITY.md says what a program can use, and this holds it to that: every row's program is run, and every name
//! that the compiler or the VM knows is in some row. `UPDATE_EXPECT=1` rewrites the last column: where a section's rows use
//! nothing of ours, from the installed `node`. Owns no list of names: they come from the code.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use bytecode::{GLOBALS, MemberKey, MemberRole};
use compiler::Diagnostic;
use grader::setup::{Explicit, run_setup};
use vm::{Host, Owner, Pure};
use world::{ConsoleLevel, Detail, EventKind, Log, Outcome, Policy, Scheduler, World};

const STEPS_MAX: u32 = 10_000;
/// Stands for the end of a line, which a table cannot hold.
const LINE_END: &str = " ⏎ ";
/// Sections whose rows that work are plain JavaScript, so that Node.js is the oracle.
const NODE_SECTIONS: &[&str] = &[
    "Variables and functions",
    "Expressions",
    "Statements",
    "Asynchrony",
    "Values and conversions",
    "Array",
    "String",
    "Number",
    "Boolean",
    "Math",
    "Object",
    "Function",
    "JSON",
    "Promise",
    "Error",
    "Map",
    "Set",
    "Weak collections",
    "Iterator",
    "Symbol",
    "Reflect",
    "RegExp",
    "Date",
    "Events",
    "Abort signals",
    "console",
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Status {
    Works,
    NotYet,
    No,
}

impl Status {
    fn parse(word: &str) -> Option<Status> {
        match word {
            "works" => Some(Status::Works),
            "not yet" => Some(Status::NotYet),
            "no" => Some(Status::No),
            _ => None,
        }
    }
}

struct Row {
    line: usize,
    section: String,
    what: String,
    status: Status,
    program: String,
    result: String,
}

impl Row {
    /// The names in the first cell.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.what.split('`').skip(1).step_by(2)
    }

    fn place(&self) -> String {
        format!("COMPATIBILITY.md:{}: {}", self.line, self.what)
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text() -> String {
    std::fs::read_to_string(root().join("COMPATIBILITY.md")).expect("COMPATIBILITY.md")
}

/// The cells of a table's row; `\|` is a bar inside of one.
fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.strip_prefix("| ")?.strip_suffix('|')?;
    let marked = inner.replace("\\|", "\u{0}");
    Some(
        marked
            .split('|')
            .map(|cell| cell.trim().replace('\u{0}', "|"))
            .collect(),
    )
}

/// What a code span holds, or the cell itself where it is none.
fn uncoded(cell: &str) -> String {
    let fence = cell.len() - cell.trim_start_matches('`').len();
    let is_span = fence > 0 && cell.len() > 2 * fence && cell.ends_with(&cell[..fence]);
    let inner = if is_span {
        &cell[fence..cell.len() - fence]
    } else {
        cell
    };
    let pads = inner.starts_with(' ') && inner.ends_with(' ') && inner.trim() != "";
    let inner = if pads { &inner[1..inner.len() - 1] } else { inner };
    inner.replace(LINE_END, "\n")
}

fn coded(text: &str) -> String {
    let text = text.replace('\n', LINE_END);
    let fence = "`".repeat((1..).find(|&count| !text.contains(&"`".repeat(count))).unwrap_or(1));
    let touches = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let pad = if touches { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn rows(text: &str) -> Vec<Row> {
    let mut section = String::new();
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if let Some(title) = line.strip_prefix("## ") {
            section = title.to_owned();
        }
        let Some(cells) = cells(line).filter(|cells| cells[0] != "what" && !cells[0].starts_with("---")) else {
            continue;
        };
        let [what, status, program, result] = &cells[..] else {
            panic!("COMPATIBILITY.md:{}: {} cells instead of 4", index + 1, cells.len());
        };
        let status = Status::parse(status);
        rows.push(Row {
            line: index + 1,
            section: section.clone(),
            what: what.clone(),
            status: status.unwrap_or_else(|| panic!("COMPATIBILITY.md:{}: which status?", index + 1)),
            program: uncoded(program),
            result: result.clone(),
        });
    }
    rows
}

/// How a program fares.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    /// It ran to its end and printed this.
    Ended(String),
    /// The compiler or the run says this, in Markdown.
    Refused(String),
}

fn lanes(program: &str) -> Fate {
    let compilation = compiler::compile(program, &compiler::Options::default());
    if let Some(error) = compilation.diagnostics.iter().find(|diagnostic| diagnostic.is_error()) {
        return Fate::Refused(words_of(error));
    }
    let setup = run_setup(&compilation.directive, None, Explicit::default());
    let mut log = Log::new(Detail::Everything);
    let mut world = World::new(Arc::new(compilation.program), setup, &mut log);
    let mut scheduler = Scheduler::new(Policy::Fifo);
    while let Some(choice) = scheduler.next(&world) {
        world.step(choice, &mut log).expect("an enabled choice");
        assert!(world.steps() < STEPS_MAX, "the program does not end: {program}");
    }
    let printed = log.events.iter().filter_map(|event| match &event.kind {
        EventKind::Printed {
            level: ConsoleLevel::Log,
            text,
        } => Some(text.clone()),
        _ => None,
    });
    let printed: Vec<String> = printed.collect();
    match world.outcome() {
        Some(Outcome::Finished) => Fate::Ended(printed.join("\n")),
        Some(Outcome::Failed { message, .. }) => {
            // That a name is declared nowhere was said, with what to write instead, before the run.
            let undeclared = compilation
                .diagnostics
                .iter()
                .find(|warning| warning.message.ends_with("is not defined"));
            if let (Some(warning), true) = (undeclared, message.starts_with("ReferenceError")) {
                return Fate::Refused(words_of(warning));
            }
            let first = message.lines().next().unwrap_or_default();
            Fate::Refused(format!("run ends: {}", coded(first)))
        }
        Some(end @ (Outcome::Deadlock { .. } | Outcome::Limit { .. })) => Fate::Refused(format!("run ends: {end}")),
        None => panic!("the run stopped before its end: {program}"),
    }
}

fn words_of(error: &Diagnostic) -> String {
    match &error.help {
        Some(help) => format!("{}: {help}", error.message),
        None => error.message.clone(),
    }
}

/// What Node.js prints; `None` where the installed one is too old for the program.
fn node(program: &str) -> Option<String> {
    let mut child = Command::new("node")
        .args(["--input-type=module", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node is installed");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(program.as_bytes()).expect("node reads its input");
    drop(stdin);
    let output = child.wait_with_output().expect("node ends");
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        println!("node does not run {program}:\n{said}");
        return None;
    }
    let printed = String::from_utf8(output.stdout).expect("text");
    Some(printed.trim_end_matches('\n').to_owned())
}

/// What the last cell has to say, or why the row is wrong.
fn expected(row: &Row) -> Result<String, String> {
    match (row.status, lanes(&row.program)) {
        (Status::Works, Fate::Ended(printed)) if printed.is_empty() => Err("prints nothing".to_owned()),
        (Status::Works, Fate::Ended(printed)) => Ok(coded(&printed)),
        (Status::Works, Fate::Refused(message)) => Err(format!("does not work: {message}")),
        (Status::NotYet | Status::No, Fate::Refused(message)) => Ok(message),
        (Status::NotYet | Status::No, Fate::Ended(printed)) => Err(format!("works, and prints {printed}")),
    }
}

#[test]
fn every_row_is_true() {
    let text = text();
    let rows = rows(&text);
    assert!(
        rows.len() >= 150,
        "only {} rows: the table was not understood",
        rows.len()
    );
    let is_update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut wrong = Vec::new();
    for row in &rows {
        let actual = expected(row);
        let wanted = if is_update {
            let is_node = row.status == Status::Works && NODE_SECTIONS.contains(&row.section.as_str());
            let printed = is_node.then(|| node(&row.program)).flatten();
            printed.map_or_else(|| actual.clone().unwrap_or_default(), |printed| coded(&printed))
        } else {
            row.result.clone()
        };
        if is_update {
            let line = &mut lines[row.line - 1];
            let cell_start = line
                .replace("\\|", "__")
                .trim_end_matches('|')
                .rfind('|')
                .expect("a cell")
                + 1;
            line.truncate(cell_start);
            line.push_str(&format!(" {} |", wanted.replace('|', "\\|")));
        }
        match actual {
            Ok(actual) if actual == wanted => {}
            Ok(actual) => wrong.push(format!("{}\n  says  {wanted}\n  gives {actual}", row.place())),
            Err(why) => wrong.push(format!("{}\n  {why}", row.place())),
        }
    }
    if is_update {
        std::fs::write(root().join("COMPATIBILITY.md"), lines.join("\n") + "\n").expect("a writable file");
    }
    assert!(
        wrong.is_empty(),
        "{} of {} rows:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
}

/// The section that a native's row stands in, and how the row names it; `None` for what no learner can name.
fn listed(owner: Owner, name: &str) -> Option<(&'static str, String)> {
    let (section, prefix) = match owner {
        Owner::Hidden | Owner::Nobody | Owner::ArrayUnscopables => return None,
        Owner::TypeError
        | Owner::RangeError
        | Owner::ReferenceError
        | Owner::SyntaxError
        | Owner::EvalError
        | Owner::UriError
        | Owner::AggregateError => ("Error", ""),
        Owner::MapStatic => ("Map", "Map."),
        Owner::SetStatic => ("Set", "Set."),
        Owner::Symbol => ("Symbol", ""),
        Owner::SymbolStatic => ("Symbol", "Symbol."),
        Owner::Reflect => ("Reflect", "Reflect."),
        Owner::ArrayIterator
        | Owner::StringIterator
        | Owner::RegExpStringIterator
        | Owner::MapIterator
        | Owner::SetIterator
        | Owner::AsyncIterator
        | Owner::Generator
        | Owner::AsyncGenerator
        | Owner::GeneratorFunction
        | Owner::AsyncGeneratorFunction
        | Owner::AsyncFunction => ("Iterator", ""),
        Owner::Global => ("", ""),
        Owner::Array => ("Array", ""),
        Owner::ArrayStatic => ("Array", "Array."),
        Owner::String => ("String", ""),
        Owner::StringStatic => ("String", "String."),
        Owner::Number => ("Number", ""),
        Owner::NumberStatic => ("Number", "Number."),
        Owner::Boolean => ("Boolean", ""),
        Owner::Math => ("Math", "Math."),
        Owner::Object => ("Object", ""),
        Owner::ObjectStatic => ("Object", "Object."),
        Owner::Function => ("Function", ""),
        Owner::Json => ("JSON", "JSON."),
        Owner::Promise => ("Promise", ""),
        Owner::PromiseStatic => ("Promise", "Promise."),
        Owner::Error => ("Error", ""),
        Owner::ErrorStatic => ("Error", "Error."),
        Owner::Map => ("Map", ""),
        Owner::Set => ("Set", ""),
        Owner::Iterator => ("Iterator", ""),
        Owner::WeakMap | Owner::WeakSet | Owner::WeakRef => ("Weak collections", ""),
        Owner::EventTarget | Owner::Event | Owner::CustomEvent => ("Events", ""),
        Owner::AbortController | Owner::AbortSignal => ("Abort signals", ""),
        Owner::AbortSignalStatic => ("Abort signals", "AbortSignal."),
        Owner::DomException => ("Error", ""),
        Owner::Console => ("console", "console."),
        Owner::Timeout | Owner::Immediate => ("Clock", ""),
        Owner::Process => ("Clock", "process."),
        Owner::EventEmitter | Owner::Timers => ("Modules", ""),
        Owner::EventEmitterStatic => ("Modules", "events."),
        Owner::TimersPromises => ("Modules", "timers/promises."),
        Owner::Util => ("Modules", "util."),
        Owner::Date => ("Date", ""),
        Owner::DateStatic => ("Date", "Date."),
        Owner::RegExp => ("RegExp", ""),
        Owner::RegExpStatic => ("RegExp", "RegExp."),
        Owner::Performance => ("Clock", "performance."),
        Owner::Semaphore => ("Semaphore", ""),
        Owner::Mutex => ("Mutex", ""),
        Owner::Channel => ("Channel", ""),
        Owner::AtomicInt => ("AtomicInt", ""),
        Owner::AtomicRef => ("AtomicRef", ""),
        Owner::RwLock => ("RwLock", ""),
        Owner::WeightedSemaphore => ("WeightedSemaphore", ""),
        Owner::PrioritySemaphore => ("PrioritySemaphore", ""),
        Owner::Condition => ("Condition", ""),
        Owner::Barrier => ("Barrier", ""),
        Owner::Latch => ("Latch", ""),
        Owner::WaitGroup => ("WaitGroup", ""),
        Owner::ManualResetEvent => ("ManualResetEvent", ""),
        Owner::AutoResetEvent => ("AutoResetEvent", ""),
        Owner::TokenBucket
        | Owner::LeakyBucket
        | Owner::FixedWindow
        | Owner::SlidingWindow
        | Owner::Gcra
        | Owner::KeyedLimiter => ("Rate limiters", ""),
        Owner::DedupedCache | Owner::Cache => ("Caches", ""),
        Owner::Limit | Owner::Bulkhead | Owner::WorkerPool | Owner::Batcher => ("Bounded work", ""),
        Owner::AdaptiveConcurrency
        | Owner::CircuitBreaker
        | Owner::LoadShedder
        | Owner::Autoscaler
        | Owner::RetryBudget => ("Overload", ""),
        Owner::ConcurrencyScope | Owner::Actor | Owner::Topic | Owner::Subscription => ("Structure", ""),
        Owner::Task => ("Task", ""),
        Owner::ConnectionPool => ("ConnectionPool", ""),
        Owner::Server => ("Server", ""),
        Owner::MessageQueue => ("MessageQueue", ""),
        Owner::Database => ("Database", ""),
        Owner::SimulatedConnection => ("SimulatedConnection", ""),
    };
    Some((section, format!("{prefix}{name}")))
}

/// The functions of the compiler's library that are properties of something: section and name.
fn library_names() -> Vec<(String, String)> {
    let program = compiler::compile("", &compiler::Options::default()).program;
    let members = program.library.members.iter().filter_map(|member| {
        let MemberKey::Name(name) = member.key else {
            return None;
        };
        let name = program.atom(name);
        let (owner, is_static) = (&*member.owner, member.is_static);
        Some(match (member.role, owner) {
            (MemberRole::Method, "Cache" | "DedupedCache") => ("Caches".to_owned(), name.to_owned()),
            (MemberRole::Constructor, "EventEmitter") => ("Modules".to_owned(), owner.to_owned()),
            (MemberRole::Constructor, _) => (String::new(), owner.to_owned()),
            (_, "globalThis") => (String::new(), name.to_owned()),
            (_, "EventTarget" | "Event" | "CustomEvent") => ("Events".to_owned(), name.to_owned()),
            (_, "AbortController" | "AbortSignal") => {
                let prefix = if is_static { "AbortSignal." } else { "" };
                ("Abort signals".to_owned(), format!("{prefix}{name}"))
            }
            (_, "AdaptiveConcurrency" | "CircuitBreaker" | "LoadShedder" | "Autoscaler") => {
                ("Overload".to_owned(), name.to_owned())
            }
            (_, "Bulkhead" | "WorkerPool" | "Limit" | "Batcher") => ("Bounded work".to_owned(), name.to_owned()),
            (_, "ConcurrencyScope" | "Actor" | "Topic" | "Subscription") => ("Structure".to_owned(), name.to_owned()),
            (_, "WeakMap" | "WeakSet" | "WeakRef") => ("Weak collections".to_owned(), name.to_owned()),
            (_, "AsyncGenerator" | "RegExpStringIterator") => ("Iterator".to_owned(), name.to_owned()),
            (_, "DOMException") => ("Error".to_owned(), name.to_owned()),
            (_, "EventEmitter") => {
                let prefix = if is_static { "events." } else { "" };
                ("Modules".to_owned(), format!("{prefix}{name}"))
            }
            (_, "TimersPromises") => ("Modules".to_owned(), format!("timers/promises.{name}")),
            (_, "Util") => ("Modules".to_owned(), format!("util.{name}")),
            (_, "process") => ("Clock".to_owned(), format!("process.{name}")),
            (_, owner) if is_static => (owner.to_owned(), format!("{owner}.{name}")),
            (_, owner) => (owner.to_owned(), name.to_owned()),
        })
    });
    members.collect()
}

/// Everything that a program can name without declaring it, as section ("" for any) and name.
fn all_names() -> BTreeSet<(String, String)> {
    let globals = GLOBALS.iter().filter(|global| !global.is_intrinsic);
    // Names that only carry others have no row of their own: those others do.
    let globals =
        globals.filter(|global| !["Math", "JSON", "Date", "performance", "process", "console"].contains(&global.name));
    let mut names: BTreeSet<(String, String)> = globals.map(|global| (String::new(), global.name.to_owned())).collect();
    let pure = Pure::ALL.iter().map(|pure| (pure.owner(), pure.name()));
    let host = Host::ALL.iter().map(|host| (host.owner(), host.name()));
    let members = pure.chain(host).filter(|(_, name)| !name.starts_with("__"));
    names.extend(
        members
            .filter_map(|(owner, name)| listed(owner, name))
            .map(|(section, name)| (section.to_owned(), name)),
    );
    names.extend(library_names());
    // What well-known symbols name is shown by those symbols' own rows.
    names.retain(|(_, name)| !name.contains("[Symbol."));
    names
}

#[test]
fn every_name_has_a_row_that_uses_it() {
    let text = text();
    let rows = rows(&text);
    let mut listed: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in &rows {
        for name in row.names() {
            listed.entry(name).or_default().push(row);
        }
    }
    let names = all_names();
    assert!(
        names.len() >= 200,
        "only {} names: the lists were not read",
        names.len()
    );
    let mut missing = Vec::new();
    for (section, name) in &names {
        let candidates = listed.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
        let in_section = |row: &&&Row| section.is_empty() || row.section == *section;
        let word = name.rsplit('.').next().unwrap_or(name);
        match candidates.iter().find(in_section) {
            None => missing.push(format!("`{name}` is in no row of section {section:?}")),
            Some(row) if !row.program.contains(word) => missing.push(format!("{}: does not use `{name}`", row.place())),
            Some(_) => {}
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn cells_are_read_as_markdown_reads_them() {
    let line = r"| a `\|` b | works | ``x`y \|\| 1`` | `1` |";
    let read = cells(line).expect("a row");
    assert_eq!(read, ["a `|` b", "works", "``x`y || 1``", "`1`"]);
    assert_eq!(uncoded(&read[2]), "x`y || 1");
    for text in ["a", "`a`", "a ``b` c", "one\ntwo", " a "] {
        assert_eq!(uncoded(&coded(text)), text);
    }
}
