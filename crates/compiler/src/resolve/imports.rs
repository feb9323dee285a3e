//! What a program imports and exports.
//!
//! Owns which names imports declare and what is said of those that mean nothing here; what the modules have is told next
//! door. A program is one text, so what it exports goes nowhere, but must be there.

use super::collect::Collector;
use super::{VariableId, VariableKind, modules};
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
        let has_nothing = it.specifiers.as_ref().is_none_or(|all| all.is_empty());
        let mut missing = has_nothing.then_some("").filter(|_| modules::whole(module).is_none());
        for specifier in specifiers {
            let imported = match specifier {
                ImportDeclarationSpecifier::ImportSpecifier(named) if named.import_kind.is_type() => continue,
                ImportDeclarationSpecifier::ImportSpecifier(named) => Some(named.imported.name()),
                ImportDeclarationSpecifier::ImportDefaultSpecifier(_)
                | ImportDeclarationSpecifier::ImportNamespaceSpecifier(_) => None,
            };
            let local = specifier.local();
            self.declare(local, VariableKind::Import);
            let alias = match &imported {
                Some(name) => modules::named(module, name.as_str()),
                None => modules::whole(module),
            };
            if alias.is_none() {
                missing = missing.or(imported.map(|name| name.as_str()).or(Some("")));
            }
            if let Some(id) = local.symbol_id.get() {
                self.resolution.variables[VariableId(usize::from(id)).0].alias = alias;
            }
        }
        if let Some(name) = missing {
            let (message, help) = absent(module, name);
            let diagnostic = self.positions.error("import", it.span, message, Some(help));
            self.diagnostics.push(diagnostic);
        }
    }
}

/// What is said of a module, or of a name of a module, that does not exist here, and what to write instead.
pub(super) fn absent(module: &str, name: &str) -> (String, String) {
    let names = modules::names(module);
    if names.is_empty() || name.is_empty() {
        let message = format!("there is nothing to import from \"{module}\": a program here is one text");
        return (message, modules::instead(module));
    }
    let known: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let message = format!("`{name}` of \"{module}\" is not there");
    (message, format!("of this module there are {}", known.join(", ")))
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
