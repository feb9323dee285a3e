//! The walk over the tree.
//!
//! Owns which construct opens a scope, declares or uses names, and in which order. How that is written down is the
//! collector's.

use super::collect::{Collector, FunctionSetup};
use super::early::is_simple;
use super::{Nature, ScopeKind, VariableId, VariableKind, note};
use oxc_ast::ast::*;
use oxc_ast_visit::{Visit, walk};
use oxc_span::{GetSpan, Span};
use oxc_syntax::scope::ScopeFlags;

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
            this.check_substatement(&it.body);
            this.visit_statement(&it.body);
        });
    }

    fn visit_for_of_statement(&mut self, it: &ForOfStatement<'a>) {
        self.in_block(&it.scope_id, |this| {
            this.for_each_head(&it.left, &it.right);
            this.check_substatement(&it.body);
            this.visit_statement(&it.body);
        });
    }

    fn visit_for_in_statement(&mut self, it: &ForInStatement<'a>) {
        self.in_block(&it.scope_id, |this| {
            this.for_each_head(&it.left, &it.right);
            this.check_substatement(&it.body);
            this.visit_statement(&it.body);
        });
    }

    fn visit_while_statement(&mut self, it: &WhileStatement<'a>) {
        self.check_substatement(&it.body);
        walk::walk_while_statement(self, it);
    }

    fn visit_do_while_statement(&mut self, it: &DoWhileStatement<'a>) {
        self.check_substatement(&it.body);
        walk::walk_do_while_statement(self, it);
    }

    fn visit_if_statement(&mut self, it: &IfStatement<'a>) {
        self.check_substatement(&it.consequent);
        if let Some(alternate) = &it.alternate {
            self.check_substatement(alternate);
        }
        walk::walk_if_statement(self, it);
    }

    fn visit_labeled_statement(&mut self, it: &LabeledStatement<'a>) {
        self.check_label(&it.label);
        self.visit_statement(&it.body);
    }

    fn visit_switch_statement(&mut self, it: &SwitchStatement<'a>) {
        self.visit_expression(&it.discriminant);
        let function = self.function();
        self.open(ScopeKind::Switch, function, Some(&it.scope_id));
        self.visit_switch_cases(&it.cases);
        self.close();
    }

    fn visit_catch_clause(&mut self, it: &CatchClause<'a>) {
        let is_name = |it: &CatchParameter<'_>| matches!(it.pattern, BindingPattern::BindingIdentifier(_));
        let kind = if it.param.as_ref().is_some_and(is_name) {
            ScopeKind::CatchName
        } else {
            ScopeKind::CatchPattern
        };
        let function = self.function();
        self.open(kind, function, Some(&it.scope_id));
        if let Some(parameter) = &it.param {
            self.declare_pattern(&parameter.pattern, VariableKind::CatchParameter, 0);
        }
        self.visit_block_statement(&it.body);
        self.close();
    }

    fn visit_variable_declaration(&mut self, it: &VariableDeclaration<'a>) {
        if it.declare {
            return;
        }
        let kind = declared_kind(it.kind);
        for declarator in &it.declarations {
            self.declare_pattern(&declarator.id, kind, declarator.span.end);
            if let Some(init) = &declarator.init {
                self.visit_expression(init);
            }
        }
    }

    fn visit_binding_identifier(&mut self, it: &BindingIdentifier<'a>) {
        self.declare(it, self.declaring);
        if self.declaring == VariableKind::Var {
            self.write_caught(it);
        }
    }

    fn visit_function(&mut self, it: &Function<'a>, _flags: ScopeFlags) {
        if it.body.is_none() || it.declare {
            return;
        }
        let mut setup = FunctionSetup::new(it.span.start);
        let mut has_name_scope = false;
        match &it.id {
            Some(id) if it.is_function_declaration() => {
                let scope = self.resolution.scopes[self.current].kind;
                let is_module_top = self.current == 0 && !self.is_script;
                let kind = if matches!(scope, ScopeKind::Function | ScopeKind::Body) && !is_module_top {
                    VariableKind::Function
                } else {
                    VariableKind::BlockFunction
                };
                self.declare(id, kind);
                setup.hoisted_as = id.symbol_id.get().map(|id| VariableId(usize::from(id)));
            }
            Some(id) => {
                let function = self.function();
                self.open(ScopeKind::Block, function, None);
                self.declare(id, VariableKind::FunctionName);
                has_name_scope = true;
            }
            None => {}
        }
        self.function_like(it, setup, |_| {});
        if has_name_scope {
            self.close();
        }
    }

    fn visit_arrow_function_expression(&mut self, it: &ArrowFunctionExpression<'a>) {
        let setup = FunctionSetup {
            nature: Nature::Arrow,
            ..FunctionSetup::new(it.span.start)
        };
        self.in_function(setup, Some(&it.scope_id), |this| {
            this.parameters(&it.params, true);
            match &it.body {
                ArrowFunctionBody::FunctionBody(body) => this.body(&it.params, body),
                body => {
                    if let Some(expression) = body.as_expression() {
                        let outer = std::mem::replace(&mut this.is_in_parameters, false);
                        this.visit_expression(expression);
                        this.is_in_parameters = outer;
                    }
                }
            }
        });
    }

    fn visit_formal_parameter(&mut self, it: &FormalParameter<'a>) {
        self.reject_decorators(&it.decorators);
        // A default is evaluated before what it is the default of: until its end, the parameter has no value.
        self.declare_pattern(&it.pattern, VariableKind::Parameter, it.span.end);
        if let Some(initializer) = &it.initializer {
            self.visit_expression(initializer);
        }
    }

    fn visit_formal_parameter_rest(&mut self, it: &FormalParameterRest<'a>) {
        self.declare_pattern(&it.rest.argument, VariableKind::Parameter, it.span.end);
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
        if it.operator == UnaryOperator::Delete {
            self.check_delete(it);
        }
        match it.argument.get_inner_expression() {
            Expression::Identifier(identifier) if it.operator == UnaryOperator::Typeof => {
                self.use_name(identifier, false, true);
            }
            _ => walk::walk_unary_expression(self, it),
        }
    }

    fn visit_object_expression(&mut self, it: &ObjectExpression<'a>) {
        self.check_prototype_keys(it);
        if !it.properties.iter().any(is_method) {
            walk::walk_object_expression(self, it);
            return;
        }
        let function = self.function();
        self.open(ScopeKind::Block, function, None);
        let home = self.new_home(self.current);
        note(&it.node_id, home.0);
        for property in &it.properties {
            match property {
                ObjectPropertyKind::ObjectProperty(inner) if is_method(property) => {
                    self.visit_key(&inner.key, inner.computed);
                    if let Expression::FunctionExpression(function) = &inner.value {
                        let setup = FunctionSetup {
                            home: Some(home),
                            ..FunctionSetup::new(inner.span.start)
                        };
                        self.function_like(function, setup, |_| {});
                    }
                }
                _ => walk::walk_object_property_kind(self, property),
            }
        }
        self.close();
    }

    fn visit_object_property(&mut self, it: &ObjectProperty<'a>) {
        self.visit_key(&it.key, it.computed);
        self.visit_expression(&it.value);
    }

    fn visit_this_expression(&mut self, it: &ThisExpression) {
        self.use_this(it);
    }

    fn visit_new_target(&mut self, it: &NewTarget) {
        self.use_new_target(it);
    }

    fn visit_super(&mut self, it: &Super) {
        self.use_super_property(it);
    }

    fn visit_call_expression(&mut self, it: &CallExpression<'a>) {
        match &it.callee {
            Expression::Super(super_) => self.use_super_call(super_),
            callee => self.visit_expression(callee),
        }
        self.note_call(&it.callee, &it.arguments);
        self.visit_arguments(&it.arguments);
    }

    fn visit_static_member_expression(&mut self, it: &StaticMemberExpression<'a>) {
        self.visit_expression(&it.object);
        self.note_member(it);
        self.visit_identifier_name(&it.property);
    }

    fn visit_tagged_template_expression(&mut self, it: &TaggedTemplateExpression<'a>) {
        self.visit_expression(&it.tag);
        self.declare_template(&it.quasi);
        self.visit_template_literal(&it.quasi);
    }

    fn visit_private_identifier(&mut self, it: &PrivateIdentifier<'a>) {
        self.use_private(it);
    }

    fn visit_yield_expression(&mut self, it: &YieldExpression<'a>) {
        self.check_parameter_expression("yield", Span::new(it.span.start, it.span.start + 5));
        walk::walk_yield_expression(self, it);
    }

    fn visit_await_expression(&mut self, it: &AwaitExpression<'a>) {
        self.check_parameter_expression("await", Span::new(it.span.start, it.span.start + 5));
        walk::walk_await_expression(self, it);
    }

    fn visit_identifier_name(&mut self, it: &IdentifierName<'a>) {
        self.resolution.words.insert(it.name.as_str());
    }

    fn visit_numeric_literal(&mut self, it: &NumericLiteral<'a>) {
        self.check_number(it);
    }

    fn visit_reg_exp_literal(&mut self, it: &RegExpLiteral<'a>) {
        self.check_regexp(it);
    }

    fn visit_new_expression(&mut self, it: &NewExpression<'a>) {
        self.check_new(it);
        self.visit_expression(&it.callee);
        self.note_call(&it.callee, &it.arguments);
        self.visit_arguments(&it.arguments);
    }

    fn visit_string_literal(&mut self, it: &StringLiteral<'a>) {
        self.check_string(it);
        self.resolution.words.insert(it.value.as_str());
    }

    fn visit_template_element(&mut self, it: &TemplateElement<'a>) {
        self.resolution.words.insert(it.value.raw.as_str());
    }

    fn visit_class(&mut self, it: &Class<'a>) {
        if self.positions.is_internal() {
            // Classes of the library name the objects that their members belong to; they are no values.
            for element in &it.body.body {
                if let ClassElement::MethodDefinition(method) = element {
                    self.visit_function(&method.value, ScopeFlags::Function);
                }
            }
            return;
        }
        self.class(it);
    }

    fn visit_ts_enum_declaration(&mut self, it: &TSEnumDeclaration<'a>) {
        self.enumeration(it);
    }

    fn visit_import_declaration(&mut self, it: &ImportDeclaration<'a>) {
        self.import(it);
    }

    fn visit_ts_namespace_declaration(&mut self, it: &TSNamespaceDeclaration<'a>) {
        if !it.declare {
            self.declare(&it.id, VariableKind::Unsupported);
        }
    }

    // Types mean nothing at run time.

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
    fn visit_export_from_declaration(&mut self, it: &ExportFromDeclaration<'a>) {
        self.check_export(it.span);
    }

    fn visit_export_all_declaration(&mut self, it: &ExportAllDeclaration<'a>) {
        self.check_export(it.span);
    }

    fn visit_export_named_declaration(&mut self, it: &ExportNamedDeclaration<'a>) {
        self.check_export(it.span);
        self.exported_names(it);
    }

    fn visit_export_declaration(&mut self, it: &ExportDeclaration<'a>) {
        self.check_export(it.span);
        self.exported_declaration(&it.declaration);
        walk::walk_export_declaration(self, it);
    }

    fn visit_export_default_declaration(&mut self, it: &ExportDefaultDeclaration<'a>) {
        self.check_export(it.span);
        self.export_name("default", it.span);
        walk::walk_export_default_declaration(self, it);
    }
}

impl<'a> Collector<'a, '_> {
    /// A function, method or constructor; `inside` runs in its scope.
    pub(super) fn function_like(&mut self, it: &Function<'a>, setup: FunctionSetup, inside: impl FnOnce(&mut Self)) {
        let Some(body) = &it.body else { return };
        self.in_function(setup, Some(&it.scope_id), |this| {
            inside(this);
            this.parameters(&it.params, it.r#async || it.generator);
            this.body(&it.params, body);
        });
    }

    fn parameters(&mut self, params: &FormalParameters<'a>, can_suspend: bool) {
        let outer = std::mem::replace(&mut self.is_in_parameters, can_suspend);
        self.visit_formal_parameters(params);
        self.is_in_parameters = outer;
    }

    /// Where parameters have expressions, the body has variables of its own (ECMA-262 section 10.2.11, step 28).
    fn body(&mut self, params: &FormalParameters<'a>, body: &FunctionBody<'a>) {
        self.check_directives(params, body);
        self.visit_directives(&body.directives);
        let outer = std::mem::replace(&mut self.is_in_parameters, false);
        if is_simple(params) {
            self.visit_statements(&body.statements);
        } else {
            let function = self.function();
            self.open(ScopeKind::Body, function, None);
            note(&body.node_id, self.current);
            self.visit_statements(&body.statements);
            self.close();
        }
        self.is_in_parameters = outer;
    }

    /// The head of `for (left of right)`: the variable is fresh, and initialised, in every turn.
    fn for_each_head(&mut self, left: &ForStatementLeft<'a>, right: &Expression<'a>) {
        match left {
            ForStatementLeft::VariableDeclaration(declaration) => {
                self.check_loop_head(declaration);
                let kind = declared_kind(declaration.kind);
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

fn declared_kind(kind: VariableDeclarationKind) -> VariableKind {
    match kind {
        VariableDeclarationKind::Var => VariableKind::Var,
        VariableDeclarationKind::Let => VariableKind::Let,
        VariableDeclarationKind::Const | VariableDeclarationKind::Using | VariableDeclarationKind::AwaitUsing => {
            VariableKind::Const
        }
    }
}

/// Whether a property of a literal is a method or an accessor.
fn is_method(property: &ObjectPropertyKind<'_>) -> bool {
    match property {
        ObjectPropertyKind::ObjectProperty(property) => property.method || property.kind != PropertyKind::Init,
        ObjectPropertyKind::SpreadProperty(_) => false,
    }
}
