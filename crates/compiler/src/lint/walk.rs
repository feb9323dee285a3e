//! From syntax tree to outline.
//!
//! Owns the walk over statements, in the order in which they run. Functions, classes and expressions are in the modules
//! below. Judges nothing.

mod expression;
mod function;

use super::outline::*;
use crate::resolve::{Resolution, Resolved, VariableId};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

/// Takes the outline of a whole program.
pub(super) fn outline<'a>(program: &'a Program<'a>, resolution: &Resolution<'a>) -> Outline<'a> {
    let mut walk = Walk {
        resolution,
        source: program.source_text,
        outline: Outline {
            variables: vec![VariableOutline::default(); resolution.variables.len()],
            tail: tail(&program.body),
            ..Outline::default()
        },
        steps: Vec::new(),
        function: FunctionKey(0),
        class: None,
        tries: Vec::new(),
        block_depth: 0,
    };
    walk.outline.functions.push(FunctionOutline {
        span: program.span,
        name: "",
        parent: None,
        this: Root::This(FunctionKey(0)),
        is_async: true,
        is_generator: false,
        is_called_at_once: false,
        return_type: None,
        parameters: Vec::new(),
        returned: Vec::new(),
        has_await: false,
        has_lock: false,
        steps: Vec::new(),
    });
    walk.statements(&program.body);
    walk.outline.functions[0].steps = std::mem::take(&mut walk.steps);
    let starts = walk.outline.functions.iter().enumerate().skip(1);
    let mut by_start: Vec<_> = starts.map(|(index, f)| (f.span.start, FunctionKey(index))).collect();
    by_start.sort_unstable();
    walk.outline.by_start = by_start;
    walk.outline
}

/// Where the last statements of a program begin that do nothing but call something each: nothing comes after them that
/// could count on what they have done.
fn tail(body: &[Statement<'_>]) -> u32 {
    let mut tail = u32::MAX;
    for statement in body.iter().rev() {
        let only_starts = match statement {
            Statement::ExpressionStatement(it) => match it.expression.get_inner_expression() {
                Expression::CallExpression(call) => !is_console(&call.callee),
                Expression::NewExpression(_) => false,
                _ => false,
            },
            Statement::FunctionDeclaration(_)
            | Statement::ClassDeclaration(_)
            | Statement::TSTypeAliasDeclaration(_)
            | Statement::TSInterfaceDeclaration(_)
            | Statement::ExportNamedDeclaration(_)
            | Statement::EmptyStatement(_) => true,
            _ => false,
        };
        if !only_starts {
            break;
        }
        tail = statement.span().start;
    }
    tail
}

fn is_console(callee: &Expression<'_>) -> bool {
    match callee.get_inner_expression() {
        Expression::StaticMemberExpression(member) => member.object.is_specific_id("console"),
        _ => false,
    }
}

/// The `try` that a statement is in, as far as it still is to come.
#[derive(Clone, Copy)]
struct Protection<'a> {
    has_handler: bool,
    finalizer: Option<&'a BlockStatement<'a>>,
}

struct Walk<'a, 'w> {
    resolution: &'w Resolution<'a>,
    source: &'a str,
    outline: Outline<'a>,
    /// Of the list under construction.
    steps: Vec<Step<'a>>,
    function: FunctionKey,
    class: Option<ClassKey>,
    tries: Vec<Protection<'a>>,
    /// How many statements enclose the current one, the main line and functions being 0.
    block_depth: usize,
}

impl<'a> Walk<'a, '_> {
    fn current(&mut self) -> &mut FunctionOutline<'a> {
        &mut self.outline.functions[self.function.0]
    }

    /// What a part of the program does, as a list of its own.
    fn nested(&mut self, walk: impl FnOnce(&mut Self)) -> Vec<Step<'a>> {
        let outer = std::mem::take(&mut self.steps);
        self.block_depth += 1;
        walk(self);
        self.block_depth -= 1;
        std::mem::replace(&mut self.steps, outer)
    }

    fn variable(&mut self, variable: VariableId) -> &mut VariableOutline<'a> {
        &mut self.outline.variables[variable.0]
    }

    fn resolved(&self, identifier: &IdentifierReference<'a>) -> Option<VariableId> {
        match self.resolution.reference(identifier) {
            Resolved::Variable { variable, .. } => Some(variable),
            _ => None,
        }
    }

    fn statements(&mut self, statements: &'a [Statement<'a>]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    fn in_block(&mut self, statements: &'a [Statement<'a>]) {
        self.block_depth += 1;
        self.statements(statements);
        self.block_depth -= 1;
    }

    fn statement(&mut self, statement: &'a Statement<'a>) {
        match statement {
            Statement::ExpressionStatement(it) => self.expression(&it.expression, Use::Dropped),
            Statement::VariableDeclaration(it) => self.variable_declaration(it),
            Statement::BlockStatement(it) => self.in_block(&it.body),
            Statement::IfStatement(it) => self.if_statement(it),
            Statement::ReturnStatement(it) => self.return_statement(it),
            Statement::ThrowStatement(it) => {
                self.expression(&it.argument, Use::Other);
                self.steps.push(Step::Exit(ExitKind::Throw, it.span));
            }
            Statement::BreakStatement(it) => self.steps.push(Step::Exit(ExitKind::Break, it.span)),
            Statement::ContinueStatement(it) => self.steps.push(Step::Exit(ExitKind::Continue, it.span)),
            Statement::ForOfStatement(it) => self.for_of(it),
            Statement::ForInStatement(it) => {
                self.expression(&it.right, Use::Other);
                self.turns(LoopKind::Each, Some(&it.left), |_| {}, |this| this.statement(&it.body));
            }
            Statement::ForStatement(it) => self.for_statement(it),
            Statement::WhileStatement(it) => self.turns(
                LoopKind::While,
                None,
                |this| this.expression(&it.test, Use::Condition),
                |this| this.statement(&it.body),
            ),
            Statement::DoWhileStatement(it) => self.turns(
                LoopKind::While,
                None,
                |_| {},
                |this| {
                    this.statement(&it.body);
                    this.expression(&it.test, Use::Condition);
                },
            ),
            Statement::SwitchStatement(it) => self.switch_statement(it),
            Statement::TryStatement(it) => self.try_statement(it),
            Statement::LabeledStatement(it) => self.statement(&it.body),
            Statement::FunctionDeclaration(it) => self.function_declaration(it),
            Statement::ClassDeclaration(it) => self.class_declaration(it),
            Statement::ExportDeclaration(it) => self.declaration(&it.declaration),
            Statement::ExportDefaultDeclaration(it) => self.export_default(&it.declaration),
            // Types, imports and what is not supported say nothing to a lint.
            _ => {}
        }
    }

    fn declaration(&mut self, declaration: &'a Declaration<'a>) {
        match declaration {
            Declaration::VariableDeclaration(it) => self.variable_declaration(it),
            Declaration::FunctionDeclaration(it) => self.function_declaration(it),
            Declaration::ClassDeclaration(it) => self.class_declaration(it),
            _ => {}
        }
    }

    fn export_default(&mut self, declaration: &'a ExportDefaultDeclarationKind<'a>) {
        match declaration {
            ExportDefaultDeclarationKind::FunctionDeclaration(it) => self.function_declaration(it),
            ExportDefaultDeclarationKind::ClassDeclaration(it) => self.class_declaration(it),
            _ => {
                if let Some(expression) = declaration.as_expression() {
                    self.expression(expression, Use::Other);
                }
            }
        }
    }

    fn variable_declaration(&mut self, it: &'a VariableDeclaration<'a>) {
        if it.declare {
            return;
        }
        for declarator in &it.declarations {
            let from = self.steps.len();
            let annotation = declarator.type_annotation.as_deref();
            let annotation = annotation.map(|annotation| &annotation.type_annotation);
            if let BindingPattern::BindingIdentifier(identifier) = &declarator.id
                && let Some(variable) = self.resolution.declared(identifier)
            {
                let known = self.variable(variable);
                known.annotation = annotation;
                known.value = declarator.init.as_ref();
                if let Some(init) = declarator.init.as_ref() {
                    let function = self.function;
                    self.outline.declared.push((variable, init, function));
                }
            }
            if let Some(init) = &declarator.init {
                self.named(&declarator.id, init);
            }
            self.bind(&declarator.id, from, declarator.span);
        }
    }

    /// The value of a declaration; a function gets the name that it is given.
    fn named(&mut self, pattern: &'a BindingPattern<'a>, value: &'a Expression<'a>) {
        let first = self.outline.functions.len();
        self.expression(value, Use::Other);
        let makes_function = matches!(
            value.get_inner_expression(),
            Expression::ArrowFunctionExpression(_) | Expression::FunctionExpression(_)
        );
        if let (true, BindingPattern::BindingIdentifier(identifier)) = (makes_function, pattern)
            && let Some(function) = self.outline.functions.get_mut(first)
            && function.name.is_empty()
        {
            function.name = identifier.name.as_str();
        }
    }

    /// Every name of a pattern is given something that comes from the steps since `from`.
    fn bind(&mut self, pattern: &'a BindingPattern<'a>, from: usize, span: Span) {
        match pattern {
            BindingPattern::BindingIdentifier(identifier) => {
                if let Some(variable) = self.resolution.declared(identifier) {
                    let function = self.function;
                    self.variable(variable).owner = Some(function);
                    self.steps.push(Step::Write {
                        place: Place::variable(variable),
                        from,
                        span,
                        is_declaration: true,
                    });
                }
            }
            BindingPattern::ObjectPattern(object) => {
                for property in &object.properties {
                    if property.computed
                        && let Some(key) = property.key.as_expression()
                    {
                        self.expression(key, Use::Other);
                    }
                    self.bind(&property.value, from, span);
                }
                if let Some(rest) = &object.rest {
                    self.bind(&rest.argument, from, span);
                }
            }
            BindingPattern::ArrayPattern(array) => {
                for element in array.elements.iter().flatten() {
                    self.bind(element, from, span);
                }
                if let Some(rest) = &array.rest {
                    self.bind(&rest.argument, from, span);
                }
            }
            BindingPattern::AssignmentPattern(assignment) => {
                self.expression(&assignment.right, Use::Other);
                self.bind(&assignment.left, from, span);
            }
        }
    }

    fn if_statement(&mut self, it: &'a IfStatement<'a>) {
        let from = self.steps.len();
        self.expression(&it.test, Use::Condition);
        let then = self.nested(|this| this.statement(&it.consequent));
        let otherwise = match &it.alternate {
            Some(alternate) => self.nested(|this| this.statement(alternate)),
            None => Vec::new(),
        };
        self.steps.push(Step::Branch { from, then, otherwise });
    }

    fn return_statement(&mut self, it: &'a ReturnStatement<'a>) {
        if let Some(argument) = &it.argument {
            self.expression(argument, Use::Other);
            self.current().returned.push(argument);
            let protection = self.tries.last().copied();
            if let Some(protection) = protection {
                self.outline.returns.push(ReturnInTry {
                    argument,
                    function: self.function,
                    has_handler: protection.has_handler,
                    finalizer: protection.finalizer,
                });
            }
        }
        self.steps.push(Step::Exit(ExitKind::Return, it.span));
    }

    fn for_of(&mut self, it: &'a ForOfStatement<'a>) {
        self.expression(&it.right, Use::Other);
        let kind = if it.r#await {
            self.current().has_await = true;
            LoopKind::EachAwaited
        } else {
            LoopKind::Each
        };
        let is_awaited = it.r#await;
        self.turns(
            kind,
            Some(&it.left),
            |this| {
                if is_awaited {
                    this.steps.push(Step::Await(it.span));
                }
            },
            |this| this.statement(&it.body),
        );
    }

    fn for_statement(&mut self, it: &'a ForStatement<'a>) {
        let mut variables = Vec::new();
        match &it.init {
            Some(ForStatementInit::VariableDeclaration(declaration)) => {
                self.variable_declaration(declaration);
                for declarator in &declaration.declarations {
                    self.names(&declarator.id, &mut variables);
                }
            }
            Some(init) => {
                if let Some(expression) = init.as_expression() {
                    self.expression(expression, Use::Dropped);
                }
            }
            None => {}
        }
        let test = self.nested(|this| {
            if let Some(test) = &it.test {
                this.expression(test, Use::Condition);
            }
        });
        let body = self.nested(|this| {
            this.statement(&it.body);
            if let Some(update) = &it.update {
                this.expression(update, Use::Dropped);
            }
        });
        self.steps.push(Step::Loop {
            kind: LoopKind::Counted,
            variables,
            test,
            body,
        });
    }

    fn turns(
        &mut self,
        kind: LoopKind,
        left: Option<&'a ForStatementLeft<'a>>,
        test: impl FnOnce(&mut Self),
        body: impl FnOnce(&mut Self),
    ) {
        let mut variables = Vec::new();
        let test = self.nested(test);
        let body = self.nested(|this| {
            match left {
                Some(ForStatementLeft::VariableDeclaration(declaration)) => {
                    for declarator in &declaration.declarations {
                        this.names(&declarator.id, &mut variables);
                        let from = this.steps.len();
                        this.bind(&declarator.id, from, declarator.span);
                    }
                }
                Some(left) => {
                    if let Some(target) = left.as_assignment_target() {
                        let from = this.steps.len();
                        this.assignment_target(target, from, target.span());
                    }
                }
                None => {}
            }
            body(this);
        });
        self.steps.push(Step::Loop {
            kind,
            variables,
            test,
            body,
        });
    }

    fn names(&self, pattern: &'a BindingPattern<'a>, names: &mut Vec<VariableId>) {
        for identifier in pattern.get_binding_identifiers() {
            names.extend(self.resolution.declared(identifier));
        }
    }

    fn switch_statement(&mut self, it: &'a SwitchStatement<'a>) {
        self.expression(&it.discriminant, Use::Other);
        let mut cases = Vec::new();
        for case in &it.cases {
            if let Some(test) = &case.test {
                self.expression(test, Use::Other);
            }
            cases.push(self.nested(|this| this.statements(&case.consequent)));
        }
        self.steps.push(Step::Switch(cases));
    }

    fn try_statement(&mut self, it: &'a TryStatement<'a>) {
        let finalizer = it.finalizer.as_deref();
        self.tries.push(Protection {
            has_handler: it.handler.is_some(),
            finalizer,
        });
        let block = self.nested(|this| this.statements(&it.block.body));
        self.tries.pop();
        let handler = it.handler.as_ref().map(|clause| {
            if finalizer.is_some() {
                self.tries.push(Protection {
                    has_handler: false,
                    finalizer,
                });
            }
            let steps = self.nested(|this| {
                if let Some(parameter) = &clause.param {
                    this.bind(&parameter.pattern, 0, parameter.span);
                }
                this.statements(&clause.body.body);
            });
            if finalizer.is_some() {
                self.tries.pop();
            }
            steps
        });
        let finalizer = finalizer.map(|finalizer| self.nested(|this| this.statements(&finalizer.body)));
        self.steps.push(Step::Try {
            block,
            handler,
            finalizer,
        });
    }
}

/// The name of a property that is written as one.
pub(super) fn plain_name<'a>(key: &'a PropertyKey<'a>) -> Option<&'a str> {
    match key {
        PropertyKey::StaticIdentifier(name) => Some(name.name.as_str()),
        PropertyKey::PrivateIdentifier(name) => Some(name.name.as_str()),
        PropertyKey::StringLiteral(name) => Some(name.value.as_str()),
        _ => None,
    }
}
