//! The walk over the tree that finds declarations and uses.
//!
//! Owns the order in which scopes open. Resolves nothing: a use may come before its declaration.

use super::{FunctionIndex, FunctionInfo, Resolution, Scope, ScopeKind, Use, VariableId, VariableInfo, VariableKind};
use crate::Diagnostic;
use crate::nesting::{self, DEPTH_MAX};
use crate::positions::Positions;
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};
use oxc_syntax::reference::ReferenceId;
use oxc_syntax::scope::{ScopeFlags, ScopeId};
use oxc_syntax::symbol::SymbolId;
use std::cell::Cell;
use std::collections::BTreeMap;

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
        positions,
        diagnostics,
    };
    collector.resolution.functions.push(FunctionInfo {
        parent: None,
        created_at: 0,
        hoisted_as: None,
    });
    collector.resolution.scopes.push(Scope {
        parent: None,
        function: FunctionIndex(0),
        kind: ScopeKind::Function,
        names: BTreeMap::new(),
        variables: Vec::new(),
    });
    program.scope_id.set(Some(ScopeId::new(0)));
    collector.visit_statements(&program.body);
    (collector.resolution, collector.uses)
}

struct Collector<'a, 'c> {
    resolution: Resolution<'a>,
    uses: Vec<Use<'a>>,
    current: usize,
    /// What a name in the pattern being walked is declared as.
    declaring: VariableKind,
    initialized_at: u32,
    depth: usize,
    positions: &'c Positions<'c>,
    diagnostics: &'c mut Vec<Diagnostic>,
}

impl<'a> Collector<'a, '_> {
    fn function(&self) -> FunctionIndex {
        self.resolution.scopes[self.current].function
    }

    fn open(&mut self, kind: ScopeKind, function: FunctionIndex, id: Option<&Cell<Option<ScopeId>>>) {
        let index = self.resolution.scopes.len();
        self.resolution.scopes.push(Scope {
            parent: Some(self.current),
            function,
            kind,
            names: BTreeMap::new(),
            variables: Vec::new(),
        });
        if let Some(id) = id {
            id.set(Some(ScopeId::new(index)));
        }
        self.current = index;
    }

    fn close(&mut self) {
        self.current = self.resolution.scopes[self.current].parent.unwrap_or(0);
    }

    fn in_block(&mut self, id: &Cell<Option<ScopeId>>, walk: impl FnOnce(&mut Self)) {
        let function = self.function();
        self.open(ScopeKind::Block, function, Some(id));
        walk(self);
        self.close();
    }

    /// Opens the scope of a function; a declaration is reached by the name `hoisted_as`.
    fn in_function(
        &mut self,
        span: Span,
        hoisted_as: Option<VariableId>,
        id: &Cell<Option<ScopeId>>,
        walk: impl FnOnce(&mut Self),
    ) {
        let index = FunctionIndex(self.resolution.functions.len());
        let parent = Some(self.function());
        self.resolution.functions.push(FunctionInfo {
            parent,
            created_at: span.start,
            hoisted_as,
        });
        self.open(ScopeKind::Function, index, Some(id));
        walk(self);
        self.close();
    }

    fn declare(&mut self, identifier: &BindingIdentifier<'a>, kind: VariableKind) {
        let name = identifier.name.as_str();
        let mut scope = self.current;
        if kind == VariableKind::Var {
            while self.resolution.scopes[scope].kind != ScopeKind::Function {
                scope = self.resolution.scopes[scope].parent.unwrap_or(0);
            }
        }
        if let Some(&known) = self.resolution.scopes[scope].names.get(name) {
            let previous = self.resolution.variable(known).kind;
            if previous == VariableKind::FunctionName {
                // A parameter or variable of the same name hides the function's own name.
            } else if may_be_repeated(previous, kind) {
                identifier.symbol_id.set(Some(SymbolId::new(known.0)));
                return;
            } else {
                let message = format!("`{name}` is already declared in this block");
                let help = Some("give one of the two another name".to_owned());
                self.diagnostics
                    .push(self.positions.error("redeclared", identifier.span, message, help));
            }
        }
        let id = VariableId(self.resolution.variables.len());
        self.resolution.variables.push(VariableInfo {
            name,
            kind,
            scope,
            function: self.resolution.scopes[scope].function,
            initialized_at: if kind == VariableKind::Parameter {
                identifier.span.end
            } else {
                self.initialized_at
            },
            is_captured: false,
            writes: Vec::new(),
            may_be_used_early: false,
        });
        identifier.symbol_id.set(Some(SymbolId::new(id.0)));
        self.resolution.scopes[scope].names.insert(name, id);
        self.resolution.scopes[scope].variables.push(id);
    }

    fn declare_pattern(&mut self, pattern: &BindingPattern<'a>, kind: VariableKind, initialized_at: u32) {
        let outer = (self.declaring, self.initialized_at);
        (self.declaring, self.initialized_at) = (kind, initialized_at);
        self.visit_binding_pattern(pattern);
        (self.declaring, self.initialized_at) = outer;
    }

    fn declare_unsupported(&mut self, identifier: Option<&BindingIdentifier<'a>>) {
        if let Some(identifier) = identifier {
            self.declare(identifier, VariableKind::Unsupported);
        }
    }

    fn use_name(&mut self, identifier: &IdentifierReference<'a>, is_write: bool, is_type_of: bool) {
        let id = ReferenceId::new(self.uses.len());
        identifier.reference_id.set(Some(id));
        let name = identifier.name.as_str();
        self.resolution.words.insert(name);
        self.uses.push(Use {
            name,
            span: identifier.span,
            scope: self.current,
            is_write,
            is_type_of,
        });
    }

    /// Goes one level down unless that is too deep.
    fn deeper(&mut self, span: Span, walk: impl FnOnce(&mut Self)) {
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

/// `var x; var x;` and `function f() {} var f;` are one variable.
fn may_be_repeated(previous: VariableKind, kind: VariableKind) -> bool {
    let is_function_scoped = |kind| {
        matches!(
            kind,
            VariableKind::Var | VariableKind::Function | VariableKind::Parameter
        )
    };
    is_function_scoped(previous) && is_function_scoped(kind) && (previous != kind || kind == VariableKind::Var)
}

impl<'a> Visit<'a> for Collector<'a, '_> {
    fn visit_expression(&mut self, it: &Expression<'a>) {
        self.deeper(it.span(), |this| walk::walk_expression(this, it));
    }

    fn visit_statement(&mut self, it: &Statement<'a>) {
        self.deeper(it.span(), |this| walk::walk_statement(this, it));
    }

    fn visit_binding_pattern(&mut self, it: &BindingPattern<'a>) {
        self.deeper(it.span(), |this| walk::walk_binding_pattern(this, it));
    }

    fn visit_assignment_target(&mut self, it: &AssignmentTarget<'a>) {
        self.deeper(it.span(), |this| walk::walk_assignment_target(this, it));
    }

    /// A sum of many terms is deep only to the left, and both walks over the tree go down there in a loop.
    fn visit_binary_expression(&mut self, it: &BinaryExpression<'a>) {
        let mut terms = vec![&it.right];
        let mut left = &it.left;
        while let Expression::BinaryExpression(inner) = left {
            terms.push(&inner.right);
            left = &inner.left;
        }
        self.visit_expression(left);
        for term in terms.into_iter().rev() {
            self.visit_expression(term);
        }
    }

    fn visit_block_statement(&mut self, it: &BlockStatement<'a>) {
        self.in_block(&it.scope_id, |this| this.visit_statements(&it.body));
    }

    fn visit_for_statement(&mut self, it: &ForStatement<'a>) {
        self.in_block(&it.scope_id, |this| {
            if let Some(init) = &it.init {
                this.visit_for_statement_init(init);
            }
            if let Some(test) = &it.test {
                this.visit_expression(test);
            }
            if let Some(update) = &it.update {
                this.visit_expression(update);
            }
            this.visit_statement(&it.body);
        });
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.in_block(&it.scope_id, |this| {
            this.for_each_head(&it.left, &it.right);
            this.visit_statement(&it.body);
        });
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.in_block(&it.scope_id, |this| {
            this.for_each_head(&it.left, &it.right);
            this.visit_statement(&it.body);
        });
    }

    fn visit_switch_statement(&mut self, it: &SwitchStatement<'a>) {
        self.visit_expression(&it.discriminant);
        let function = self.function();
        self.open(ScopeKind::Switch, function, Some(&it.scope_id));
        self.visit_switch_cases(&it.cases);
        self.close();
    }

    fn visit_catch_clause(&mut self, it: &CatchClause<'a>) {
        self.in_block(&it.scope_id, |this| {
            if let Some(parameter) = &it.param {
                this.declare_pattern(&parameter.pattern, VariableKind::CatchParameter, 0);
            }
            this.visit_block_statement(&it.body);
        });
    }

    fn visit_variable_declaration(&mut self, it: &VariableDeclaration<'a>) {
        if it.declare {
            return;
        }
        let kind = match it.kind {
            VariableDeclarationKind::Var => VariableKind::Var,
            VariableDeclarationKind::Let => VariableKind::Let,
            VariableDeclarationKind::Const | VariableDeclarationKind::Using | VariableDeclarationKind::AwaitUsing => {
                VariableKind::Const
            }
        };
        for declarator in &it.declarations {
            self.declare_pattern(&declarator.id, kind, declarator.span.end);
            if let Some(init) = &declarator.init {
                self.visit_expression(init);
            }
        }
    }

    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        self.declare(it, self.declaring);
    }

    fn visit_function(&mut self, it: &Function<'a>, _flags: ScopeFlags) {
        let Some(body) = &it.body else {
            return;
        };
        let is_declaration = it.is_function_declaration();
        let mut hoisted_as = None;
        let mut has_name_scope = false;
        match &it.id {
            Some(id) if is_declaration => {
                self.declare(id, VariableKind::Function);
                hoisted_as = id.symbol_id.get().map(|id| VariableId(usize::from(id)));
            }
            Some(id) => {
                let function = self.function();
                self.open(ScopeKind::Block, function, None);
                self.declare(id, VariableKind::FunctionName);
                has_name_scope = true;
            }
            None => {}
        }
        self.in_function(it.span, hoisted_as, &it.scope_id, |this| {
            this.visit_formal_parameters(&it.params);
            this.visit_function_body(body);
        });
        if has_name_scope {
            self.close();
        }
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        self.in_function(it.span, None, &it.scope_id, |this| {
            this.visit_formal_parameters(&it.params);
            this.visit_arrow_function_body(&it.body);
        });
    }

    fn visit_formal_parameter(&mut self, it: &FormalParameter<'a>) {
        self.declare_pattern(&it.pattern, VariableKind::Parameter, 0);
        if let Some(initializer) = &it.initializer {
            self.visit_expression(initializer);
        }
    }

    fn visit_formal_parameter_rest(&mut self, it: &FormalParameterRest<'a>) {
        self.declare_pattern(&it.rest.argument, VariableKind::Parameter, 0);
    }

    fn visit_identifier_reference(&mut self, it: &IdentifierReference<'a>) {
        self.use_name(it, false, false);
    }

    fn visit_simple_assignment_target(&mut self, it: &SimpleAssignmentTarget<'a>) {
        match it {
            SimpleAssignmentTarget::AssignmentTargetIdentifier(identifier) => self.use_name(identifier, true, false),
            _ => match it.get_expression() {
                Some(Expression::Identifier(identifier)) => self.use_name(identifier, true, false),
                Some(inner) => self.visit_expression(inner),
                None => walk::walk_simple_assignment_target(self, it),
            },
        }
    }

    fn visit_assignment_target_property_identifier(&mut self, it: &AssignmentTargetPropertyIdentifier<'a>) {
        self.use_name(&it.binding, true, false);
        if let Some(init) = &it.init {
            self.visit_expression(init);
        }
    }

    fn visit_unary_expression(&mut self, it: &UnaryExpression<'a>) {
        match it.argument.get_inner_expression() {
            Expression::Identifier(identifier) if it.operator == UnaryOperator::Typeof => {
                self.use_name(identifier, false, true);
            }
            _ => walk::walk_unary_expression(self, it),
        }
    }

    fn visit_identifier_name(&mut self, it: &IdentifierName<'a>) {
        self.resolution.words.insert(it.name.as_str());
    }

    fn visit_string_literal(&mut self, it: &StringLiteral<'a>) {
        self.resolution.words.insert(it.value.as_str());
    }

    fn visit_template_element(&mut self, it: &TemplateElement<'a>) {
        self.resolution.words.insert(it.value.raw.as_str());
    }

    // What is not supported declares its names, so that only the construct itself is reported and not every use.

    fn visit_class(&mut self, it: &Class<'a>) {
        if it.is_declaration() {
            self.declare_unsupported(it.id.as_ref());
        }
    }

    fn visit_ts_enum_declaration(&mut self, it: &TSEnumDeclaration<'a>) {
        self.declare_unsupported(Some(&it.id));
    }

    fn visit_import_declaration(&mut self, it: &ImportDeclaration<'a>) {
        for specifier in it.specifiers.iter().flatten() {
            self.declare_unsupported(Some(specifier.local()));
        }
    }

    // Types mean nothing at run time.

    fn visit_ts_namespace_declaration(&mut self, _it: &TSNamespaceDeclaration<'a>) {}
    fn visit_ts_external_module_declaration(&mut self, _it: &TSExternalModuleDeclaration<'a>) {}
    fn visit_ts_global_declaration(&mut self, _it: &TSGlobalDeclaration<'a>) {}
    fn visit_ts_import_equals_declaration(&mut self, _it: &TSImportEqualsDeclaration<'a>) {}
    fn visit_ts_namespace_export_declaration(&mut self, _it: &TSNamespaceExportDeclaration<'a>) {}
    fn visit_ts_type_annotation(&mut self, _it: &TSTypeAnnotation<'a>) {}
    fn visit_ts_type(&mut self, _it: &TSType<'a>) {}
    fn visit_ts_type_parameter_instantiation(&mut self, _it: &TSTypeParameterInstantiation<'a>) {}
    fn visit_ts_type_parameter_declaration(&mut self, _it: &TSTypeParameterDeclaration<'a>) {}
    fn visit_ts_type_alias_declaration(&mut self, _it: &TSTypeAliasDeclaration<'a>) {}
    fn visit_ts_interface_declaration(&mut self, _it: &TSInterfaceDeclaration<'a>) {}
    fn visit_export_named_declaration(&mut self, _it: &ExportNamedDeclaration<'a>) {}
    fn visit_export_from_declaration(&mut self, _it: &ExportFromDeclaration<'a>) {}
    fn visit_export_all_declaration(&mut self, _it: &ExportAllDeclaration<'a>) {}
}

impl<'a> Collector<'a, '_> {
    /// The head of `for (left of right)`: the variable is fresh, and initialised, in every turn.
    fn for_each_head(&mut self, left: &ForStatementLeft<'a>, right: &Expression<'a>) {
        match left {
            ForStatementLeft::VariableDeclaration(declaration) => {
                let kind = match declaration.kind {
                    VariableDeclarationKind::Var => VariableKind::Var,
                    VariableDeclarationKind::Let => VariableKind::Let,
                    VariableDeclarationKind::Const
                    | VariableDeclarationKind::Using
                    | VariableDeclarationKind::AwaitUsing => VariableKind::Const,
                };
                for declarator in &declaration.declarations {
                    self.declare_pattern(&declarator.id, kind, right.span().end);
                }
            }
            _ => {
                if let Some(target) = left.as_assignment_target() {
                    self.visit_assignment_target(target);
                }
            }
        }
        self.visit_expression(right);
    }
}
