//! Statements other than loops, `switch` and `try`.
//!
//! Owns where statements begin, which is what a step of a thread is at the coarser granularity.

use super::Lowerer;
use super::callee_text::{IterablePlace, callee_text, iterable_text};
use super::function::binding_name;
use super::pattern::Binding;
use super::try_finally::Exit;
use bytecode::{Op, Reg};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Lowerer<'a, '_> {
    pub(super) fn statements(&mut self, statements: &'a [Statement<'a>]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    pub(super) fn statement(&mut self, statement: &'a Statement<'a>) {
        match statement {
            Statement::BlockStatement(it) => self.block(it),
            Statement::ExpressionStatement(it) => {
                self.mark_statement();
                self.effect(&it.expression);
            }
            Statement::VariableDeclaration(it) => {
                if !it.declare {
                    self.mark_statement();
                    self.variable_declaration(it);
                }
            }
            Statement::IfStatement(it) => self.if_statement(it),
            Statement::ForStatement(it) => self.for_loop(it, Vec::new()),
            Statement::ForOfStatement(it) => self.for_of(it, Vec::new()),
            Statement::ForInStatement(it) => self.for_in(it, Vec::new()),
            Statement::WhileStatement(it) => self.while_loop(it, Vec::new()),
            Statement::DoWhileStatement(it) => self.do_while_loop(it, Vec::new()),
            Statement::SwitchStatement(it) => self.switch(it),
            Statement::LabeledStatement(it) => self.labeled(it),
            Statement::BreakStatement(it) => {
                self.mark_statement();
                self.break_statement(it);
            }
            Statement::ContinueStatement(it) => {
                self.mark_statement();
                self.continue_statement(it);
            }
            Statement::ReturnStatement(it) => self.return_statement(it),
            Statement::ThrowStatement(it) => {
                self.mark_statement();
                let mark = self.mark();
                let value = self.operand(&it.argument, it.span.end);
                self.emit(Op::Throw { value }, it.span);
                self.release(mark);
            }
            Statement::TryStatement(it) => self.try_statement(it),
            // Hoisted; types mean nothing at run time; `debugger` and `;` do nothing.
            Statement::FunctionDeclaration(_)
            | Statement::EmptyStatement(_)
            | Statement::DebuggerStatement(_)
            | Statement::TSTypeAliasDeclaration(_)
            | Statement::TSInterfaceDeclaration(_) => {}
            Statement::ClassDeclaration(it) => self.class_declaration(it),
            Statement::TSEnumDeclaration(it) => self.enum_declaration(it),
            Statement::ImportDeclaration(it) => self.import_declaration(it),
            Statement::ExportDeclaration(it) => self.export_declaration(it),
            Statement::ExportDefaultDeclaration(it) => self.export_default(it),
            Statement::ExportNamedDeclaration(it) => self.export_hint(it.span),
            Statement::WithStatement(_)
            | Statement::TSExternalModuleDeclaration(_)
            | Statement::TSNamespaceDeclaration(_)
            | Statement::TSGlobalDeclaration(_)
            | Statement::TSImportEqualsDeclaration(_)
            | Statement::ExportAllDeclaration(_)
            | Statement::ExportFromDeclaration(_)
            | Statement::TSExportAssignment(_)
            | Statement::TSNamespaceExportDeclaration(_) => self.unsupported_statement(statement),
        }
    }

    pub(super) fn block(&mut self, block: &'a BlockStatement<'a>) {
        let open = self.enter_scope(self.resolution.scope(&block.scope_id), block.span);
        self.hoist_functions(&block.body);
        self.statements(&block.body);
        self.leave_scope(open);
    }

    fn if_statement(&mut self, it: &'a IfStatement<'a>) {
        let otherwise = self.new_label();
        self.mark_statement();
        self.jump_unless(&it.test, otherwise);
        self.statement(&it.consequent);
        match &it.alternate {
            Some(alternate) => {
                let end = self.new_label();
                let span = it.consequent.span();
                self.jump(end, Span::new(span.end.saturating_sub(1).max(span.start), span.end));
                self.place_label(otherwise);
                self.statement(alternate);
                self.place_label(end);
            }
            None => self.place_label(otherwise),
        }
    }

    fn return_statement(&mut self, it: &'a ReturnStatement<'a>) {
        if self.frames.len() == 1 {
            let help = Some("put the code into a function, or use `if`".to_owned());
            self.error(
                "top-level-return",
                it.span,
                "`return` is only allowed inside a function",
                help,
            );
        }
        self.mark_statement();
        let mark = self.mark();
        let value = match &it.argument {
            Some(argument) => {
                let value = self.operand(argument, it.span.end);
                self.returned_value(value, it.span)
            }
            None => {
                let value = self.temporary();
                self.load_undefined(value, it.span);
                value
            }
        };
        self.exit(Exit::Return { value }, it.span);
        self.release(mark);
    }

    pub(super) fn variable_declaration(&mut self, declaration: &'a VariableDeclaration<'a>) {
        self.check_using(declaration);
        let is_var = declaration.kind.is_var();
        for declarator in &declaration.declarations {
            let mark = self.mark();
            match &declarator.init {
                Some(init) => self.declarator(declarator, init, is_var),
                // `var x;` does nothing where `x` has a value already.
                None if is_var => {}
                None => {
                    let value = match self.declared_register(&declarator.id) {
                        Some(register) => register,
                        None => self.temporary(),
                    };
                    self.load_undefined(value, declarator.span);
                    self.bind_pattern(&declarator.id, value, Binding::Declaration);
                }
            }
            self.release(mark);
        }
    }

    pub(super) fn check_using(&mut self, declaration: &VariableDeclaration<'a>) {
        match declaration.kind {
            VariableDeclarationKind::Var | VariableDeclarationKind::Let | VariableDeclarationKind::Const => {}
            VariableDeclarationKind::Using | VariableDeclarationKind::AwaitUsing => {
                let help = Some("write `const`, and `try { ... } finally { ... }` to clean up".to_owned());
                self.error("unsupported", declaration.span, "`using` is not supported yet", help);
            }
        }
    }

    /// What is exported is declared all the same.
    fn export_declaration(&mut self, it: &'a ExportDeclaration<'a>) {
        match &it.declaration {
            Declaration::VariableDeclaration(declaration) if !declaration.declare => {
                self.mark_statement();
                self.variable_declaration(declaration);
            }
            Declaration::ClassDeclaration(class) => self.class_declaration(class),
            Declaration::TSEnumDeclaration(enumeration) => self.enum_declaration(enumeration),
            Declaration::TSNamespaceDeclaration(namespace) => self.namespace(namespace),
            // Hoisted, or types.
            Declaration::FunctionDeclaration(_)
            | Declaration::VariableDeclaration(_)
            | Declaration::TSTypeAliasDeclaration(_)
            | Declaration::TSInterfaceDeclaration(_)
            | Declaration::TSExternalModuleDeclaration(_)
            | Declaration::TSGlobalDeclaration(_) => {}
            Declaration::TSImportEqualsDeclaration(import) => self.unsupported_import(import.span),
        }
        if !matches!(
            it.declaration,
            Declaration::TSTypeAliasDeclaration(_) | Declaration::TSInterfaceDeclaration(_)
        ) {
            self.export_hint(it.span);
        }
    }

    fn export_default(&mut self, it: &'a ExportDefaultDeclaration<'a>) {
        match &it.declaration {
            ExportDefaultDeclarationKind::ClassDeclaration(class) => self.class_declaration(class),
            ExportDefaultDeclarationKind::FunctionDeclaration(_)
            | ExportDefaultDeclarationKind::TSInterfaceDeclaration(_) => {}
            declaration => {
                if let Some(expression) = declaration.as_expression() {
                    self.mark_statement();
                    self.effect(expression);
                }
            }
        }
        self.export_hint(it.span);
    }

    /// Code that is pasted here often has `export` in front of what it declares.
    fn export_hint(&mut self, span: Span) {
        let span = Span::new(span.start, span.start + 6);
        let message = "`export` does nothing here: a program is one text";
        self.warning("export", span, message, Some("leave the word out".to_owned()));
    }

    fn declarator(&mut self, declarator: &'a VariableDeclarator<'a>, init: &'a Expression<'a>, is_var: bool) {
        let name = binding_name(&declarator.id);
        let value = match self.declared_register(&declarator.id) {
            Some(register) => register,
            None => self.temporary(),
        };
        match self.override_for(declarator) {
            Some(replacement) => self.override_value(replacement, value, init.span()),
            None => self.named_expression(init, value, name, name),
        }
        let binding = if is_var {
            Binding::Assignment
        } else {
            Binding::Declaration
        };
        self.frame().pattern_source = match declarator.id {
            _ if self.positions.is_internal() => None,
            BindingPattern::ObjectPattern(_) => Some(callee_text(init)),
            BindingPattern::ArrayPattern(_) => match iterable_text(init, IterablePlace::Declaration) {
                None => Some(callee_text(init)),
                text => text,
            },
            BindingPattern::BindingIdentifier(_) | BindingPattern::AssignmentPattern(_) => None,
        };
        self.bind_pattern(&declarator.id, value, binding);
        self.frame().recorder.declare(&declarator.id, init);
    }

    /// The register that an initialiser may be computed into.
    fn declared_register(&self, pattern: &BindingPattern<'a>) -> Option<Reg> {
        let BindingPattern::BindingIdentifier(identifier) = pattern else {
            return None;
        };
        self.register_to_initialize(self.resolution.declared(identifier)?)
    }

    /// The value that replaces the initialiser of a top-level constant.
    fn override_for(&mut self, declarator: &VariableDeclarator<'a>) -> Option<crate::overrides::OverrideValue> {
        let BindingPattern::BindingIdentifier(identifier) = &declarator.id else {
            return None;
        };
        let variable = self.resolution.variable(self.resolution.declared(identifier)?);
        let is_top_level_constant = variable.scope == 0 && variable.kind == crate::resolve::VariableKind::Const;
        (is_top_level_constant && !self.positions.is_internal())
            .then(|| self.overrides.take(variable.name))
            .flatten()
    }
}
