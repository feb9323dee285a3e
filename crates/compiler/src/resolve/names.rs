//! Names that nothing declares.
//!
//! Owns what the learner is told about them: what may be meant, what exists instead; and what of a script for Node means
//! something nevertheless.

use super::{CallOf, Resolution, Resolved, Use, VariableId, modules};
use crate::positions::Positions;
use crate::{Diagnostic, suggest};
use bytecode::{GLOBALS, GlobalId};
use oxc_ast::ast::Program;
use std::collections::BTreeSet;

/// A warning that a built-in name is replaced.
pub(super) fn assigned_global(used: &Use<'_>, positions: &Positions<'_>) -> Diagnostic {
    let message = format!("`{}` is built in: this replaces it for the whole program", used.name);
    let help = Some("declare a variable with another name".to_owned());
    positions.warning("assign-global", used.span, message, help)
}

/// What a text that was written for Node counts on.
pub(super) struct Surroundings<'a> {
    /// Names that the program asks `typeof` of: it goes on without them.
    guarded: BTreeSet<&'a str>,
    /// Whether the text is a script of a conformance test, which is told nothing.
    is_script: bool,
}

impl<'a> Surroundings<'a> {
    pub(super) fn new(program: &Program<'a>, uses: &[Use<'a>], found: &[Option<VariableId>]) -> Surroundings<'a> {
        let uses = uses.iter().zip(found);
        let asked = uses.filter(|(used, found)| used.is_type_of && found.is_none());
        let mut guarded = BTreeSet::new();
        guarded.extend(asked.map(|(used, _)| used.name));
        Surroundings {
            guarded,
            is_script: program.source_type.is_script(),
        }
    }

    /// What a name means that nothing declares: `require`, `module` and `exports` of a script are there unless the program
    /// can do without them.
    pub(super) fn resolve(&self, used: &Use<'a>) -> Resolved {
        if self.is_script || self.guarded.contains(used.name) {
            return Resolved::Undeclared;
        }
        let global = match (used.name, used.call) {
            ("require", CallOf::Text(module)) => modules::whole(module),
            ("require" | "module" | "exports", _) if !used.is_write => GlobalId::find(used.name, true),
            _ => None,
        };
        global.map_or(Resolved::Undeclared, Resolved::Global)
    }

    /// Says once that what a program exports as a script goes nowhere.
    pub(super) fn told(&self, uses: &[Use<'a>], positions: &Positions<'_>) -> Option<Diagnostic> {
        let mut uses = uses.iter().filter(|used| matches!(used.name, "module" | "exports"));
        let first = uses.find(|used| matches!(self.resolve(used), Resolved::Global(_)))?;
        let message = format!("`{}` goes nowhere here: a program is one text", first.name);
        let help = Some("leave it out".to_owned());
        Some(positions.warning("export", first.span, message, help))
    }
}

/// A warning about what a built-in is known for elsewhere and cannot do here.
pub(super) fn limits_of(used: &Use<'_>, positions: &Positions<'_>) -> Option<Diagnostic> {
    match (used.name, used.member) {
        ("Function", None) if used.call != CallOf::Nothing => {
            let message = "`Function(...)` makes a function from text, which is not supported: it throws";
            let help = Some("write the function itself".to_owned());
            Some(positions.warning("code-from-text", used.span, message.to_owned(), help))
        }
        ("process", Some(member)) => {
            let help = match member {
                "nextTick" | "hrtime" | "uptime" | "env" | "argv" => return None,
                "exit" | "exitCode" | "abort" | "kill" => {
                    "let the program come to its end; to end it with an error, throw one"
                }
                "on" | "once" | "emit" | "off" | "emitWarning" => {
                    "handle an error where it happens, with `try` or `catch`"
                }
                "stdout" | "stderr" | "stdin" => "print with `console.log`",
                _ => "a program here has no such surroundings",
            };
            let message = format!("`process.{member}` is not there");
            Some(positions.warning("undefined-name", used.span, message, Some(help.to_owned())))
        }
        _ => None,
    }
}

impl<'a> Resolution<'a> {
    pub(super) fn undeclared(
        &self,
        used: &Use<'a>,
        surroundings: &Surroundings<'a>,
        positions: &Positions<'_>,
    ) -> Diagnostic {
        let is_unguarded = !surroundings.is_script && !surroundings.guarded.contains(used.name);
        if let (true, "require", CallOf::Text(module)) = (is_unguarded, used.name, used.call) {
            let (message, help) = super::imports::absent(module, "");
            return positions.error("import", used.span, message, Some(help));
        }
        if let (true, Some(help)) = (is_unguarded, absent(used.name)) {
            let message = format!("`{}` is not supported", used.name);
            return positions.error("unsupported", used.span, message, Some(help.to_owned()));
        }
        let mut known: BTreeSet<&str> = BTreeSet::new();
        let globals = GLOBALS.iter().filter(|global| !global.is_intrinsic);
        known.extend(globals.map(|global| global.name));
        let mut scope = Some(used.scope);
        while let Some(index) = scope {
            known.extend(self.scopes[index].names.keys());
            scope = self.scopes[index].parent;
        }
        let help = elsewhere(used.name)
            .or_else(|| {
                let near = suggest::nearest(used.name, known.into_iter())?;
                Some(format!("did you mean `{near}`?"))
            })
            .or_else(|| {
                let name = used.name;
                used.is_write.then(|| {
                    format!("declare it: `let {name} = ...`; without that, assigning to it throws in strict code")
                })
            });
        positions.warning(
            "undefined-name",
            used.span,
            format!("`{}` is not defined", used.name),
            help,
        )
    }
}

/// What the language has and this machine has not, with what to write instead.
fn absent(name: &str) -> Option<&'static str> {
    Some(match name {
        "Proxy" => "use a class with methods, or getters and setters, for what is to be watched",
        "BigInt" | "BigInt64Array" | "BigUint64Array" => "write a plain number: whole ones are exact up to 2 ** 53",
        "SharedArrayBuffer" | "Atomics" => "tasks share every object already; count with `new AtomicInt(value)`",
        "ArrayBuffer" | "DataView" | "Int8Array" | "Uint8Array" | "Uint8ClampedArray" | "Int16Array"
        | "Uint16Array" | "Int32Array" | "Uint32Array" | "Float32Array" | "Float64Array" => {
            "use a plain array of numbers"
        }
        "Buffer" => "use strings or plain arrays",
        "FinalizationRegistry" => "nothing tells here when garbage goes: clean up in `finally`",
        "eval" => "write the code itself",
        "WebAssembly" => "write the function in this text",
        "Worker" | "Thread" | "MessageChannel" | "BroadcastChannel" => {
            "start a task with `spawn(name, fn)`, and send with a `Channel`"
        }
        _ => return None,
    })
}

/// What to write instead of well-known names that do not exist here.
fn elsewhere(name: &str) -> Option<String> {
    let help = match name {
        "arguments" => "take the arguments as a rest parameter: `...args`",
        "require" | "module" | "exports" => "a program is one text here; everything it needs is already there",
        "window" | "document" | "self" => "a program here has no such surroundings",
        "__dirname" | "__filename" => "a program here has no file of its own",
        "pLimit" | "WorkerPool" | "Bulkhead" => {
            "not there yet: `new Semaphore(n)` with `withPermit`, or `n` tasks that share a queue"
        }
        _ => return None,
    };
    Some(help.to_owned())
}
