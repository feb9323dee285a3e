//! The state of the walk that finds declarations and uses.
//!
//! Owns opening and closing scopes, declaring and using names. Which construct does which is the walk's. Resolves nothing: a
//! use may come before its declaration.

use super::{
    ClassIndex, FunctionIndex, FunctionInfo, HomeIndex, Nature, Resolution, Scope, ScopeKind, Use, VariableId,
    VariableInfo, VariableKind,
};
use crate::Diagnostic;
use crate::nesting::{self, DEPTH_MAX};
use crate::positions::Positions;
use oxc_ast::ast::*;
use oxc_ast_visit::Visit;
use oxc_span::Span;
use oxc_syntax::reference::ReferenceId;
use oxc_syntax::scope::ScopeId;
use oxc_syntax::symbol::SymbolId;
use std::cell::Cell;
use std::collections::BTreeSet;

/// Finds everything that is declared and used in a program.
pub(super) fn collect<'a>(
    program: &Program<'a>,
    positions: &Positions<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Resolution<'a>, Vec<Use<'a>>) {
    let mut collector = Collector {
        resolution: Resolution::default(),
        uses: Vec::new(),
        current: 0,
        declaring: VariableKind::Let,
        initialized_at: 0,
        depth: 0,
        open_classes: Vec::new(),
        is_in_parameters: false,
        exported: BTreeSet::new(),
        export_locals: Vec::new(),
        is_script: program.source_type.is_script(),
        has_modules: program.body.iter().any(Statement::is_module_declaration),
        positions,
        diagnostics,
    };
    let setup = FunctionSetup {
        nature: Nature::Main,
        ..FunctionSetup::new(0)
    };
    collector.push_function(setup, None, 0);
    let scope = Scope::new(None, FunctionIndex(0), ScopeKind::Function);
    collector.resolution.scopes.push(scope);
    program.scope_id.set(Some(ScopeId::new(0)));
    collector.visit_directives(&program.directives);
    collector.visit_statements(&program.body);
    if !collector.export_locals.is_empty() {
        collector.check_exported_locals(&super::imports::declared_types(program));
    }
    (collector.resolution, collector.uses)
}

/// What is known of a function before its parameters are walked.
pub(super) struct FunctionSetup {
    pub(super) nature: Nature,
    pub(super) created_at: u32,
    pub(super) hoisted_as: Option<VariableId>,
    pub(super) home: Option<HomeIndex>,
    pub(super) class: Option<ClassIndex>,
}

impl FunctionSetup {
    pub(super) fn new(created_at: u32) -> FunctionSetup {
        FunctionSetup {
            nature: Nature::Ordinary,
            created_at,
            hoisted_as: None,
            home: None,
            class: None,
        }
    }
}

pub(super) struct Collector<'a, 'c> {
    pub(super) resolution: Resolution<'a>,
    pub(super) uses: Vec<Use<'a>>,
    pub(super) current: usize,
    /// What a name in the pattern being walked is declared as.
    pub(super) declaring: VariableKind,
    initialized_at: u32,
    depth: usize,
    /// The classes around, the innermost last.
    pub(super) open_classes: Vec<ClassIndex>,
    /// Whether the walk is among the parameters of a generator or async function.
    pub(super) is_in_parameters: bool,
    pub(super) is_script: bool,
    /// Whether the program imports or exports something.
    has_modules: bool,
    /// The names that are exported.
    pub(super) exported: BTreeSet<&'a str>,
    /// The names that `export { ... }` takes from the program.
    pub(super) export_locals: Vec<(&'a str, Span)>,
    pub(super) positions: &'c Positions<'c>,
    pub(super) diagnostics: &'c mut Vec<Diagnostic>,
}

impl<'a> Collector<'a, '_> {
    /// Whether the current statement stands at the top of the program.
    pub(super) fn is_at_top(&self) -> bool {
        self.current == 0 && self.depth <= 1
    }

    pub(super) fn function(&self) -> FunctionIndex {
        self.resolution.scopes[self.current].function
    }

    pub(super) fn open(&mut self, kind: ScopeKind, function: FunctionIndex, id: Option<&Cell<Option<ScopeId>>>) {
        let index = self.resolution.scopes.len();
        let scope = Scope::new(Some(self.current), function, kind);
        self.resolution.scopes.push(scope);
        if let Some(id) = id {
            id.set(Some(ScopeId::new(index)));
        }
        self.current = index;
    }

    pub(super) fn close(&mut self) {
        self.current = self.resolution.scopes[self.current].parent.unwrap_or(0);
    }

    pub(super) fn in_block(&mut self, id: &Cell<Option<ScopeId>>, walk: impl FnOnce(&mut Self)) {
        let function = self.function();
        self.open(ScopeKind::Block, function, Some(id));
        walk(self);
        self.close();
    }

    /// Goes back into a scope that is closed.
    pub(super) fn in_scope(&mut self, scope: usize, walk: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.current, scope);
        walk(self);
        self.current = outer;
    }

    /// Opens the scope of a function.
    pub(super) fn in_function(
        &mut self,
        setup: FunctionSetup,
        id: Option<&Cell<Option<ScopeId>>>,
        walk: impl FnOnce(&mut Self),
    ) {
        let index = FunctionIndex(self.resolution.functions.len());
        let is_derived = setup.nature == Nature::DerivedConstructor;
        let parent = Some(self.function());
        self.push_function(setup, parent, self.resolution.scopes.len());
        self.open(ScopeKind::Function, index, id);
        if is_derived {
            let this = self.declare_hidden(self.current, VariableKind::This, "this");
            self.resolution.functions[index.0].this = Some(this);
        }
        walk(self);
        self.close();
    }

    fn push_function(&mut self, setup: FunctionSetup, parent: Option<FunctionIndex>, scope: usize) {
        self.resolution.functions.push(FunctionInfo {
            parent,
            nature: setup.nature,
            scope,
            created_at: setup.created_at,
            hoisted_as: setup.hoisted_as,
            home: setup.home,
            class: setup.class,
            this: None,
            new_target: None,
            arguments: None,
        });
    }

    pub(super) fn declare(&mut self, identifier: &BindingIdentifier<'a>, kind: VariableKind) {
        let name = identifier.name.as_str();
        self.check_binding_name(name, identifier.span, kind);
        let scope = if kind == VariableKind::Var {
            self.variable_scope(name, identifier.span)
        } else {
            self.check_lexical(name, kind, identifier.span);
            self.current
        };
        if let Some(&known) = self.resolution.scopes[scope].names.get(name) {
            let previous = self.resolution.variable(known).kind;
            if previous == VariableKind::FunctionName {
                // A parameter or variable of the same name hides the function's own name.
            } else if may_be_repeated(previous, kind) || self.is_second_of_script(scope, previous, kind) {
                identifier.symbol_id.set(Some(SymbolId::new(known.0)));
                if self.is_second_of_script(scope, previous, kind) {
                    let message = format!("`{name}` is declared twice: the last one counts");
                    let help = Some("give one of the two another name".to_owned());
                    let warning = self.positions.warning("redeclared", identifier.span, message, help);
                    self.diagnostics.push(warning);
                }
                if matches!(kind, VariableKind::Function | VariableKind::BlockFunction) {
                    // The last one wins, so the variable is written more than once.
                    let function = self.function();
                    let offset = identifier.span.start;
                    let writes = &mut self.resolution.variables[known.0].writes;
                    writes.push(super::Write { offset, function });
                }
                return;
            } else {
                self.redeclared(name, identifier.span);
            }
        }
        let id = VariableId(self.resolution.variables.len());
        self.resolution.variables.push(VariableInfo {
            name,
            kind,
            scope,
            function: self.resolution.scopes[scope].function,
            initialized_at: self.initialized_at,
            is_captured: false,
            writes: Vec::new(),
            may_be_used_early: false,
            alias: None,
        });
        identifier.symbol_id.set(Some(SymbolId::new(id.0)));
        self.resolution.scopes[scope].names.insert(name, id);
        self.resolution.scopes[scope].variables.push(id);
    }

    /// `var e = value` in `catch (e)` declares the variable of the function and writes what was caught (ECMA-262 section
    /// B.3.4).
    pub(super) fn write_caught(&mut self, identifier: &BindingIdentifier<'a>) {
        let name = identifier.name.as_str();
        let mut scope = self.current;
        loop {
            let at = &self.resolution.scopes[scope];
            let caught = at.names.get(name).filter(|_| at.kind == ScopeKind::CatchName);
            if let Some(&caught) = caught {
                identifier.symbol_id.set(Some(SymbolId::new(caught.0)));
                let function = self.function();
                let offset = identifier.span.start;
                let writes = &mut self.resolution.variables[caught.0].writes;
                writes.push(super::Write { offset, function });
                return;
            }
            match at.parent {
                Some(parent) if !matches!(at.kind, ScopeKind::Function | ScopeKind::Body) => scope = parent,
                _ => return,
            }
        }
    }

    /// Declares a name that has its value from the text offset `initialized_at` on.
    pub(super) fn declare_at(&mut self, identifier: &BindingIdentifier<'a>, kind: VariableKind, initialized_at: u32) {
        let outer = std::mem::replace(&mut self.initialized_at, initialized_at);
        self.declare(identifier, kind);
        self.initialized_at = outer;
    }

    /// The scope that a `var` belongs to; on its way there it must not meet a lexical declaration of its name.
    fn variable_scope(&mut self, name: &'a str, span: Span) -> usize {
        let mut scope = self.current;
        loop {
            let at = &mut self.resolution.scopes[scope];
            if matches!(at.kind, ScopeKind::Function | ScopeKind::Body) {
                return scope;
            }
            at.passing.insert(name);
            let may_pass = at.kind == ScopeKind::CatchName || !at.names.contains_key(name);
            scope = at.parent.unwrap_or(0);
            if !may_pass {
                self.redeclared(name, span);
            }
        }
    }

    /// A lexical name must not be that of a `var` that passes through, of a parameter or of what is caught.
    fn check_lexical(&mut self, name: &'a str, kind: VariableKind, span: Span) {
        let at = &self.resolution.scopes[self.current];
        let is_lexical = match kind {
            VariableKind::Let
            | VariableKind::Const
            | VariableKind::Class
            | VariableKind::BlockFunction
            | VariableKind::Import => true,
            VariableKind::Var
            | VariableKind::Function
            | VariableKind::Parameter
            | VariableKind::CatchParameter
            | VariableKind::FunctionName
            | VariableKind::ClassName
            | VariableKind::Arguments
            | VariableKind::Enum
            | VariableKind::EnumMember
            | VariableKind::Hidden
            | VariableKind::This
            | VariableKind::Unsupported => false,
        };
        let hides_outer = |parent: usize| {
            let parent = &self.resolution.scopes[parent];
            let counts = match parent.kind {
                ScopeKind::Function => at.kind == ScopeKind::Body && parent.function == at.function,
                ScopeKind::CatchName | ScopeKind::CatchPattern => at.kind == ScopeKind::Block,
                ScopeKind::Body | ScopeKind::Block | ScopeKind::Switch => false,
            };
            counts
                && parent.names.get(name).is_some_and(|&known| {
                    let kind = self.resolution.variable(known).kind;
                    matches!(kind, VariableKind::Parameter | VariableKind::CatchParameter)
                })
        };
        if is_lexical && (at.passing.contains(name) || at.parent.is_some_and(hides_outer)) {
            self.redeclared(name, span);
        }
    }

    /// Whether it is a second function of a name at the top of a text that Node would run as a script, where that is allowed.
    fn is_second_of_script(&self, scope: usize, previous: VariableKind, kind: VariableKind) -> bool {
        let are_functions = previous == VariableKind::BlockFunction && kind == VariableKind::BlockFunction;
        are_functions && scope == 0 && !self.has_modules
    }

    fn redeclared(&mut self, name: &str, span: Span) {
        let message = format!("`{name}` is already declared in this block");
        let help = Some("give one of the two another name".to_owned());
        self.diagnostics
            .push(self.positions.error("redeclared", span, message, help));
    }

    pub(super) fn declare_pattern(&mut self, pattern: &BindingPattern<'a>, kind: VariableKind, initialized_at: u32) {
        let outer = (self.declaring, self.initialized_at);
        (self.declaring, self.initialized_at) = (kind, initialized_at);
        self.visit_binding_pattern(pattern);
        (self.declaring, self.initialized_at) = outer;
    }

    pub(super) fn use_name(&mut self, identifier: &IdentifierReference<'a>, is_write: bool, is_type_of: bool) {
        let id = ReferenceId::new(self.uses.len());
        identifier.reference_id.set(Some(id));
        let name = identifier.name.as_str();
        self.check_used_name(name, identifier.span, is_write);
        if name == "arguments" {
            self.use_arguments(identifier.span);
        }
        self.resolution.words.insert(name);
        self.uses.push(Use {
            name,
            span: identifier.span,
            scope: self.current,
            is_write,
            is_type_of,
            call: super::CallOf::Nothing,
            member: None,
        });
    }

    /// Notes with what the name that was used last is called.
    pub(super) fn note_call(&mut self, callee: &Expression<'a>, arguments: &[Argument<'a>]) {
        let (Expression::Identifier(_), Some(used)) = (callee.get_inner_expression(), self.uses.last_mut()) else {
            return;
        };
        used.call = match arguments {
            [] => super::CallOf::Nothing,
            [Argument::StringLiteral(text)] => super::CallOf::Text(text.value.as_str()),
            _ => super::CallOf::Arguments,
        };
    }

    /// Notes which property is asked of the name that was used last.
    pub(super) fn note_member(&mut self, it: &StaticMemberExpression<'a>) {
        if let (Expression::Identifier(_), Some(used)) = (it.object.get_inner_expression(), self.uses.last_mut()) {
            used.member = Some(it.property.name.as_str());
        }
    }

    /// Goes one level down unless that is too deep.
    pub(super) fn deeper(&mut self, span: Span, walk: impl FnOnce(&mut Self)) {
        if self.resolution.is_too_deep {
            return;
        }
        if self.depth >= DEPTH_MAX {
            self.resolution.is_too_deep = true;
            let span = Span::new(span.start, span.start + 1);
            self.diagnostics.push(nesting::too_deep(span, self.positions));
            return;
        }
        self.depth += 1;
        walk(self);
        self.depth -= 1;
    }
}

/// `var x; var x;` and `function f() {} var f;` are one variable, and so are two functions of one name.
fn may_be_repeated(previous: VariableKind, kind: VariableKind) -> bool {
    match (previous, kind) {
        (VariableKind::Parameter, VariableKind::Parameter) => false,
        (VariableKind::Enum, VariableKind::Enum) => true,
        _ => is_function_scoped(previous) && is_function_scoped(kind),
    }
}

fn is_function_scoped(kind: VariableKind) -> bool {
    matches!(
        kind,
        VariableKind::Var | VariableKind::Function | VariableKind::Parameter
    )
}
