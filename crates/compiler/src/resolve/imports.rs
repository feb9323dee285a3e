//! What a program imports and exports.
//!
//! Owns which imports mean a name that exists here anyway, and what to use instead of the others. A program is one text, so
//! what it exports goes nowhere, but must be there.

use super::collect::Collector;
use super::{VariableId, VariableKind};
use bytecode::GlobalId;
use oxc_ast::ast::*;
use oxc_span::GetSpan;
use std::collections::BTreeSet;

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

impl<'a> Collector<'a, '_> {
    /// `export { local as exported }`.
    pub(super) fn exported_names(&mut self, it: &ExportNamedDeclaration<'a>) {
        if it.export_kind.is_type() {
            return;
        }
        for specifier in it
            .specifiers
            .iter()
            .filter(|specifier| !specifier.export_kind.is_type())
        {
            self.export_name(module_name(&specifier.exported), specifier.exported.span());
            self.export_locals
                .push((module_name(&specifier.local), specifier.local.span()));
        }
    }

    pub(super) fn exported_declaration(&mut self, it: &Declaration<'a>) {
        match it {
            Declaration::VariableDeclaration(declaration) if !declaration.declare => {
                for declarator in &declaration.declarations {
                    for identifier in declarator.id.get_binding_identifiers() {
                        self.export_name(identifier.name.as_str(), identifier.span);
                    }
                }
            }
            Declaration::FunctionDeclaration(function) if function.body.is_some() => {
                if let Some(id) = &function.id {
                    self.export_name(id.name.as_str(), id.span);
                }
            }
            Declaration::ClassDeclaration(class) if !class.declare => {
                if let Some(id) = &class.id {
                    self.export_name(id.name.as_str(), id.span);
                }
            }
            _ => {}
        }
    }

    /// What is exported by name must be declared; a type may be, and is not looked for.
    pub(super) fn check_exported_locals(&mut self, types: &BTreeSet<&'a str>) {
        for (name, span) in std::mem::take(&mut self.export_locals) {
            if self.resolution.named_in(0, name).is_none() && !types.contains(name) {
                let message = format!("`{name}` is exported, but not declared");
                self.early_error(span, message, Some("leave the export out".to_owned()));
            }
        }
    }
}

fn module_name<'a>(name: &ModuleExportName<'a>) -> &'a str {
    match name {
        ModuleExportName::IdentifierName(name) => name.name.as_str(),
        ModuleExportName::IdentifierReference(name) => name.name.as_str(),
        ModuleExportName::StringLiteral(name) => name.value.as_str(),
    }
}

/// The names of the types that a program declares at its top.
pub(super) fn declared_types<'a>(program: &Program<'a>) -> BTreeSet<&'a str> {
    let names = program.body.iter().filter_map(|statement| match statement {
        Statement::TSTypeAliasDeclaration(it) => Some(it.id.name.as_str()),
        Statement::TSInterfaceDeclaration(it) => Some(it.id.name.as_str()),
        Statement::FunctionDeclaration(it) => it.id.as_ref().map(|id| id.name.as_str()),
        Statement::ClassDeclaration(it) => it.id.as_ref().map(|id| id.name.as_str()),
        Statement::TSEnumDeclaration(it) => Some(it.id.name.as_str()),
        _ => None,
    });
    names.collect()
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
