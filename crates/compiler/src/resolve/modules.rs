//! What Node has in modules that exists here.
//!
//! Owns which module and which of its names is what, for imports and `require`, and what to use instead of the others.

use bytecode::GlobalId;

/// Modules with the built-in that stands for each of them and what has their names, by prefix.
const MODULES: &[(&str, &str, &str)] = &[
    ("events", "EventEmitter", "events"),
    ("timers", "__timers", ""),
    ("timers/promises", "__timersPromises", "__timersPromises"),
    ("perf_hooks", "__perfHooks", ""),
    ("util", "__util", "__util"),
    ("console", "console", ""),
    ("process", "process", "process"),
];

fn find(module: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    let module = module.strip_prefix("node:").unwrap_or(module);
    MODULES.iter().find(|(name, _, _)| *name == module)
}

/// The built-in that a whole module is: its default export, what `require` gives.
pub(super) fn whole(module: &str) -> Option<GlobalId> {
    let (_, global, _) = find(module)?;
    GlobalId::find(global, true)
}

/// The built-in that a name of a module means.
pub(super) fn named(module: &str, name: &str) -> Option<GlobalId> {
    let (found, global, prefix) = find(module)?;
    if name == "default" || (*found == "events" && name == "EventEmitter") {
        return GlobalId::find(global, true);
    }
    let is_global = match *found {
        "timers" => name.contains("Timeout") || name.contains("Interval") || name.contains("Immediate"),
        "perf_hooks" => name == "performance",
        "events" => matches!(name, "EventTarget" | "Event"),
        _ => false,
    };
    match is_global {
        true => GlobalId::find(name, false),
        false => GlobalId::find(&format!("{prefix}.{name}"), true),
    }
}

/// The names of a module that exist here, for a message.
pub(super) fn names(module: &str) -> Vec<&'static str> {
    let Some((found, _, prefix)) = find(module) else {
        return Vec::new();
    };
    let mut names: Vec<&str> = match *found {
        "events" => vec!["EventEmitter"],
        "timers" => vec!["setTimeout", "setInterval", "setImmediate"],
        "perf_hooks" => vec!["performance"],
        _ => Vec::new(),
    };
    let all = bytecode::GLOBALS.iter();
    names.extend(all.filter_map(|global| global.name.strip_prefix(prefix)?.strip_prefix('.')));
    names
}

/// What to write instead of a module.
pub(super) fn instead(module: &str) -> String {
    let help = match module.strip_prefix("node:").unwrap_or(module) {
        "assert" | "assert/strict" => "leave the import out: `assert(condition, message)` is there already",
        "worker_threads" | "child_process" | "cluster" => "start a task with `spawn(name, fn)`",
        "async_hooks" => "pass what you need as an argument",
        "fs" | "fs/promises" | "http" | "https" | "net" | "axios" | "node-fetch" => {
            "`await sleep(ms)` stands for waiting for something outside"
        }
        "p-limit" | "p-queue" | "async-mutex" | "async-sema" => {
            "use `Semaphore` or `Mutex`, which are there already, or paste the code of the module here"
        }
        _ => "paste the code of the module here; the tools for concurrency are there already",
    };
    help.to_owned()
}
