//! lanes.d.ts says what a program finds without declaring it, and this holds it to the engine: what is declared exists,
//! what exists is declared, and everything has a comment that an editor can show. What TypeScript itself declares (the
//! language's own built-ins) is not in the file. That programs type-check against it is the stage `types` of `cargo xtask test`.

use std::collections::BTreeSet;
use std::sync::Arc;

use bytecode::GLOBALS;
use grader::setup::{Explicit, run_setup};
use world::{Detail, EventKind, Log, Outcome, Policy, Scheduler, World};

const DECLARATIONS: &str = include_str!("../../crates/cli/lanes.d.ts");
const STEPS_MAX: u32 = 10_000;

/// The global names of ECMA-262: TypeScript's `lib.es*.d.ts` declare them.
const LANGUAGE: &[&str] = &[
    "AggregateError",
    "Array",
    "ArrayBuffer",
    "Atomics",
    "BigInt",
    "BigInt64Array",
    "BigUint64Array",
    "Boolean",
    "DataView",
    "Date",
    "Error",
    "EvalError",
    "FinalizationRegistry",
    "Float32Array",
    "Float64Array",
    "Function",
    "Infinity",
    "Int16Array",
    "Int32Array",
    "Int8Array",
    "Iterator",
    "JSON",
    "Map",
    "Math",
    "NaN",
    "Number",
    "Object",
    "Promise",
    "Proxy",
    "RangeError",
    "ReferenceError",
    "Reflect",
    "RegExp",
    "Set",
    "SharedArrayBuffer",
    "String",
    "Symbol",
    "SyntaxError",
    "TypeError",
    "URIError",
    "Uint16Array",
    "Uint32Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "WeakMap",
    "WeakRef",
    "WeakSet",
    "decodeURI",
    "decodeURIComponent",
    "encodeURI",
    "encodeURIComponent",
    "escape",
    "eval",
    "globalThis",
    "isFinite",
    "isNaN",
    "parseFloat",
    "parseInt",
    "undefined",
    "unescape",
];

/// Exists only to say that it does not work yet, so an editor should not offer it.
const UNDECLARED: &[&str] = &[];

/// An instance of each declared type whose members are looked up on one.
const INSTANCES: &[(&str, &str)] = &[
    ("Task", "spawn(() => 0)"),
    ("Semaphore", "new Semaphore(1)"),
    ("Mutex", "new Mutex()"),
    ("Channel", "new Channel()"),
    ("LimitState", "pLimit(1)"),
    ("Bulkhead", "new Bulkhead({ maxConcurrent: 1 })"),
    ("WorkerPool", "new WorkerPool(1)"),
    ("Loader", "batch(async (keys) => keys)"),
    ("AtomicInt", "new AtomicInt()"),
    ("AtomicRef", "new AtomicRef(0)"),
    ("RwLock", "new RwLock()"),
    ("WeightedSemaphore", "new WeightedSemaphore(1)"),
    ("PrioritySemaphore", "new PrioritySemaphore(1)"),
    ("Condition", "new Condition(new Mutex())"),
    ("Barrier", "new Barrier(1)"),
    ("Latch", "new Latch(1)"),
    ("WaitGroup", "new WaitGroup()"),
    ("ManualResetEvent", "new ManualResetEvent()"),
    ("AutoResetEvent", "new AutoResetEvent()"),
    ("RateLimiter", "new Gcra(1)"),
    ("TokenBucket", "new TokenBucket(1, 1)"),
    ("LeakyBucket", "new LeakyBucket(1, 1)"),
    ("FixedWindow", "new FixedWindow(1, 1)"),
    ("SlidingWindow", "new SlidingWindow(1, 1)"),
    ("Gcra", "new Gcra(1)"),
    ("KeyedLimiter", "new KeyedLimiter({ rule: 'Gcra', ratePerSecond: 1 })"),
    ("DedupedCache", "new DedupedCache()"),
    ("Cache", "new Cache()"),
    ("AdaptiveConcurrency", "new AdaptiveConcurrency()"),
    ("CircuitBreaker", "new CircuitBreaker(() => 0)"),
    ("LoadShedder", "new LoadShedder()"),
    ("Autoscaler", "new Autoscaler({ target: 1 })"),
    ("RetryBudget", "new RetryBudget()"),
    ("ConcurrencyScope", "new ConcurrencyScope()"),
    ("Actor", "new Actor(() => 0)"),
    ("Topic", "new Topic()"),
    ("Subscription", "new Topic().subscribe()"),
    ("ConnectionPool", "new ConnectionPool(() => ({}))"),
    ("Server", "new Server()"),
    ("MessageQueue", "new MessageQueue()"),
    ("Database", "new Database()"),
    ("Transaction", "await new Database().begin()"),
    ("FetchResponse", "await fetch('/')"),
    (
        "QueuedMessage",
        "(() => { const queue = new MessageQueue(); queue.send(1); return queue.tryReceive(); })()",
    ),
    ("SimulatedConnection", "simulatedConnection()"),
    ("Performance", "performance"),
    ("Process", "process"),
    ("Timeout", "setTimeout(() => 0)"),
    ("Immediate", "setImmediate(() => 0)"),
    ("Console", "console"),
    ("EventTarget", "new EventTarget()"),
    ("Event", "new Event('e')"),
    ("CustomEvent", "new CustomEvent('e')"),
    ("AbortController", "new AbortController()"),
    ("AbortSignal", "new AbortController().signal"),
    ("DOMException", "new DOMException()"),
];

/// What the file declares.
#[derive(Default)]
struct Declared {
    /// Functions, classes and variables.
    values: BTreeSet<String>,
    /// `Type.member`, and `typeof Type.member` for static ones.
    members: BTreeSet<String>,
    /// Declarations without a comment of their own, by line.
    bare: Vec<String>,
}

/// Reads the file, which keeps to one declaration or member a line, however long.
fn declared() -> Declared {
    let mut declared = Declared::default();
    let mut owner: Option<&str> = None;
    let mut is_commented = false;
    for (index, line) in DECLARATIONS.lines().enumerate() {
        let trimmed = line.trim_start();
        let is_comment = trimmed.starts_with("/*") || trimmed.starts_with('*') || trimmed.starts_with("//");
        if trimmed.is_empty() || is_comment {
            is_commented = trimmed.ends_with("*/");
            continue;
        }
        if line == "}" {
            owner = None;
            continue;
        }
        let place = format!("lanes.d.ts:{}: {line}", index + 1);
        if !std::mem::take(&mut is_commented) {
            declared.bare.push(place.clone());
        }
        match owner {
            None => {
                let (name, is_type, is_value) = top_level(line).unwrap_or_else(|| panic!("{place}"));
                if is_value {
                    declared.values.insert(name.to_owned());
                }
                owner = (is_type && line.ends_with('{')).then_some(name);
            }
            Some(owner) => {
                let (is_static, rest) = match trimmed.strip_prefix("static ") {
                    Some(rest) => (true, rest),
                    None => (false, trimmed),
                };
                let rest = rest.strip_prefix("readonly ").unwrap_or(rest);
                let name = identifier(rest);
                assert!(!name.is_empty() || rest.starts_with('['), "{place}");
                if name != "constructor" && !name.is_empty() {
                    let prefix = if is_static { "typeof " } else { "" };
                    declared.members.insert(format!("{prefix}{owner}.{name}"));
                }
            }
        }
    }
    declared
}

/// Name, whether it is a type, whether it is a value.
fn top_level(line: &str) -> Option<(&str, bool, bool)> {
    let kinds = [
        ("declare function ", false, true),
        ("declare class ", true, true),
        ("declare var ", false, true),
        ("interface ", true, false),
        ("type ", false, false),
    ];
    kinds.into_iter().find_map(|(prefix, is_type, is_value)| {
        let name = identifier(line.strip_prefix(prefix)?);
        (!name.is_empty()).then_some((name, is_type, is_value))
    })
}

fn identifier(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
    &text[..end.unwrap_or(text.len())]
}

/// What a program prints, one line after the other.
fn printed(program: &str) -> Vec<String> {
    let compilation = compiler::compile(program, &compiler::Options::default());
    assert!(!compilation.has_errors(), "{:?}\n{program}", compilation.diagnostics);
    let setup = run_setup(&compilation.directive, None, Explicit::default());
    let mut log = Log::new(Detail::Everything);
    let mut world = World::new(Arc::new(compilation.program), setup, &mut log);
    let mut scheduler = Scheduler::new(Policy::Fifo);
    while world.steps() < STEPS_MAX
        && let Some(choice) = scheduler.next(&world)
    {
        world.step(choice, &mut log).expect("an open choice");
    }
    assert!(
        matches!(world.outcome(), Some(Outcome::Finished)),
        "{:?}",
        world.outcome()
    );
    let lines = log.events.iter().filter_map(|event| match &event.kind {
        EventKind::Printed { text, .. } => Some(text.clone()),
        _ => None,
    });
    lines.collect()
}

/// The types of `INSTANCES` that are declared.
fn owners(members: &BTreeSet<String>) -> impl Iterator<Item = &'static str> {
    let owners = INSTANCES.iter().map(|(owner, _)| *owner);
    owners.filter(|owner| members.iter().any(|member| member.starts_with(&format!("{owner}."))))
}

/// The beginning of a program: an instance of each type that is declared, as `of` and its name.
fn instances(members: &BTreeSet<String>) -> String {
    let declared: BTreeSet<&str> = owners(members).collect();
    let used = INSTANCES.iter().filter(|(owner, _)| declared.contains(owner));
    used.map(|(owner, instance)| format!("const of{owner} = {instance};\n"))
        .collect()
}

#[test]
fn what_is_declared_exists() {
    let Declared { values, members, .. } = declared();
    assert!(values.len() > 15 && members.len() > 30, "the file was not read");
    let mut program = instances(&members);
    let mut looked_up = Vec::new();
    for name in &values {
        program += &format!("console.log(typeof {name} !== 'undefined');\n");
        looked_up.push(name.clone());
    }
    for member in &members {
        let (owner, name) = member.split_once('.').expect("a member");
        let object = match owner.strip_prefix("typeof ") {
            Some(class) => class.to_owned(),
            None => {
                let is_known = INSTANCES.iter().any(|(known, _)| *known == owner);
                assert!(is_known, "INSTANCES has no {owner}");
                format!("of{owner}")
            }
        };
        program += &format!("console.log('{name}' in {object});\n");
        looked_up.push(member.clone());
    }
    let answers = printed(&program);
    assert_eq!(answers.len(), looked_up.len());
    let missing: Vec<&String> = looked_up
        .iter()
        .zip(&answers)
        .filter_map(|(name, answer)| (answer != "true").then_some(name))
        .collect();
    assert!(missing.is_empty(), "declared, but not there: {missing:?}");
}

#[test]
fn what_exists_is_declared() {
    let Declared { values, members, .. } = declared();
    let globals = GLOBALS.iter().filter(|global| !global.is_intrinsic);
    let mut missing: Vec<String> = globals
        .filter(|global| !values.contains(global.name) && !LANGUAGE.contains(&global.name))
        .map(|global| global.name.to_owned())
        .collect();
    // The engine is asked itself what its objects have, whoever made it: the VM, the world or the library.
    let mut program = instances(&members);
    // What TypeScript declares of objects and promises is left to it.
    program += "const isOurs = (name) => !(name in Object.prototype) && !(name in Promise.prototype);\n";
    program += "const names = (it) => Object.getOwnPropertyNames(it).filter(isOurs);\n";
    for owner in owners(&members) {
        program += &format!("const own{owner} = [...names(of{owner}), ...names(Object.getPrototypeOf(of{owner}))];\n");
        program += &format!("for (const name of own{owner}) console.log('{owner}.' + name);\n");
    }
    let there = printed(&program);
    assert!(there.len() > 30, "the engine was not asked: {there:?}");
    missing.extend(
        there
            .into_iter()
            .filter(|member| !members.contains(member) && !UNDECLARED.contains(&member.as_str())),
    );
    assert!(missing.is_empty(), "there, but not declared in lanes.d.ts: {missing:?}");
}

#[test]
fn everything_declared_says_what_it_is() {
    let bare = declared().bare;
    assert!(bare.is_empty(), "no comment:\n{}", bare.join("\n"));
}

#[test]
fn the_language_is_left_to_typescript() {
    let Declared { values, .. } = declared();
    let twice: Vec<&String> = values.iter().filter(|name| LANGUAGE.contains(&name.as_str())).collect();
    assert!(twice.is_empty(), "{twice:?}");
    assert!(LANGUAGE.is_sorted());
}
