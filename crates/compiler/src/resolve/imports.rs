//! What a program imports.
//!
//! Owns which imports mean a name that exists here anyway, and what to use instead of the others. A program is one text.

use super::collect::Collector;
use super::{VariableId, VariableKind};
use bytecode::GlobalId;
use oxc_ast::ast::*;

impl<'a> Collector<'a, '_> {
    pub(super) fn import(&mut self, it: &ImportDeclaration<'a>) {
        if it.import_kind.is_type() {
            return;
        }
        let module = it.source.value.as_str();
        let specifiers = it.specifiers.iter().flatten();
        let mut has_value = it.specifiers.as_ref().is_none_or(|all| all.is_empty());
        let mut is_known = !has_value;
        for specifier in specifiers {
            let imported = match specifier {
                ImportDeclarationSpecifier::ImportSpecifier(named) if named.import_kind.is_type() => continue,
                ImportDeclarationSpecifier::ImportSpecifier(named) => Some(named.imported.name()),
                ImportDeclarationSpecifier::ImportDefaultSpecifier(_)
                | ImportDeclarationSpecifier::ImportNamespaceSpecifier(_) => None,
            };
            has_value = true;
            let local = specifier.local();
            self.declare(local, VariableKind::Import);
            let alias = imported.and_then(|name| existing(module, name.as_str()));
            is_known &= alias.is_some();
            if let Some(id) = local.symbol_id.get() {
                self.resolution.variables[VariableId(usize::from(id)).0].alias = alias;
            }
        }
        if has_value && !is_known {
            let message = format!("there is nothing to import from \"{module}\": a program here is one text");
            let diagnostic = self.positions.error("import", it.span, message, Some(instead(module)));
            self.diagnostics.push(diagnostic);
        }
    }
}

/// The name under which something that Node has in a module exists here.
fn existing(module: &str, name: &str) -> Option<GlobalId> {
    let name = match (module.strip_prefix("node:").unwrap_or(module), name) {
        ("perf_hooks", "performance") => "performance",
        (
            "timers",
            "setTimeout" | "clearTimeout" | "setInterval" | "clearInterval" | "setImmediate" | "clearImmediate",
        ) => name,
        ("timers/promises", "setTimeout") => "sleep",
        ("console", "console") => "console",
        ("events", "EventTarget" | "Event") => name,
        _ => return None,
    };
    GlobalId::find(name, false)
}

/// What to write instead of an import.
fn instead(module: &str) -> String {
    let help = match module.strip_prefix("node:").unwrap_or(module) {
        "assert" | "assert/strict" => "leave the import out: `assert(condition, message)` is there already",
        "events" => {
            "use `EventTarget` and `Event`, which are there already, or write a small class with a list of listeners"
        }
        "worker_threads" => "start a task with `spawn(name, fn)`",
        "util" => "use `structuredClone`, or write the few lines yourself",
        "async_hooks" => "pass what you need as an argument",
        "fs" | "fs/promises" | "http" | "https" | "net" => "`await sleep(ms)` stands for waiting for something outside",
        "p-limit" | "p-queue" | "async-mutex" | "async-sema" => {
            "use `Semaphore` or `Mutex`, which are there already, or paste the code of the module here"
        }
        "timers/promises" => "of this module only `setTimeout` is there; `sleep(ms)` is the same",
        _ => "paste the code of the module here; the tools for concurrency are there already",
    };
    help.to_owned()
}
