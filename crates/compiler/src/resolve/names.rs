//! Names that nothing declares.
//!
//! Owns what the learner is told about them: what may be meant, what exists instead.

use super::{Resolution, Use};
use crate::positions::Positions;
use crate::{Diagnostic, suggest};
use bytecode::GLOBALS;
use std::collections::BTreeSet;

/// A warning that a built-in name is replaced.
pub(super) fn assigned_global(used: &Use<'_>, positions: &Positions<'_>) -> Diagnostic {
    let message = format!("`{}` is built in: this replaces it for the whole program", used.name);
    let help = Some("declare a variable with another name".to_owned());
    positions.warning("assign-global", used.span, message, help)
}

impl<'a> Resolution<'a> {
    pub(super) fn undeclared(&self, used: &Use<'a>, positions: &Positions<'_>) -> Diagnostic {
        let mut known: BTreeSet<&str> = GLOBALS
            .iter()
            .filter(|global| !global.is_intrinsic)
            .map(|global| global.name)
            .collect();
        let mut scope = Some(used.scope);
        while let Some(index) = scope {
            known.extend(self.scopes[index].names.keys());
            scope = self.scopes[index].parent;
        }
        let help = elsewhere(used.name).or_else(|| {
            let near = suggest::nearest(used.name, known.into_iter())?;
            Some(format!("did you mean `{near}`?"))
        });
        positions.warning(
            "undefined-name",
            used.span,
            format!("`{}` is not defined", used.name),
            help,
        )
    }
}

/// What to write instead of well-known names that do not exist here.
fn elsewhere(name: &str) -> Option<String> {
    let help = match name {
        "arguments" => "take the arguments as a rest parameter: `...args`",
        "require" | "module" | "exports" => "a program is one text here; everything it needs is already there",
        "process" | "window" | "document" | "globalThis" | "self" => "a program here has no such surroundings",
        "Worker" | "Thread" => "start a task with `spawn(name, fn)`",
        "Atomics" | "SharedArrayBuffer" => "use `new AtomicInt(value)`",
        "eval" => "write the code itself",
        "RwLock" | "Condition" | "WeightedSemaphore" | "PrioritySemaphore" | "AtomicRef" => {
            "not there yet: `Mutex`, `Semaphore`, `Channel` and `AtomicInt` are"
        }
        "Barrier" | "Latch" | "WaitGroup" | "ManualResetEvent" | "AutoResetEvent" => {
            "not there yet: wait for tasks with `await Promise.all(tasks)`, for a signal with a `Channel`"
        }
        "select" | "after" | "otherwise" => {
            "not there yet: wait with `Promise.race`, or give each channel a task of its own"
        }
        "pLimit" | "WorkerPool" | "Bulkhead" => {
            "not there yet: `new Semaphore(n)` with `withPermit`, or `n` tasks that share a queue"
        }
        "withTimeout" => "not there yet: `await Promise.race([promise, sleep(ms)])`",
        "io" | "fetch" | "network" => "not there yet: `await sleep(ms)` stands for waiting for something outside",
        "eventually" | "sometimes" | "critical" | "progress" => "not there yet: `assert` and `always` are",
        "Symbol" | "Proxy" | "Reflect" | "WeakMap" | "WeakSet" | "WeakRef" => "not there yet",
        _ => return None,
    };
    Some(help.to_owned())
}
