//! Functions: parameters, bodies, closures, hoisting.
//!
//! Owns how a function's frame begins and ends. Which variables it captures follows from what its body uses; what is special
//! about constructors is with the classes.

use super::frame::{Frame, Head};
use super::variable::Place;
use super::{Lowerer, pattern::Binding};
use crate::resolve::{FunctionIndex, VariableKind, is_parameter_property, noted};
use bytecode::{FunctionId, FunctionKind, Op, Reg};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};
use oxc_syntax::scope::ScopeId;
use std::cell::Cell;

/// What all forms of functions have.
pub(super) struct FunctionParts<'a> {
    pub(super) name: String,
    pub(super) kind: FunctionKind,
    pub(super) params: &'a FormalParameters<'a>,
    pub(super) body: Body<'a>,
    pub(super) scope: &'a Cell<Option<ScopeId>>,
    /// The text that `toString` gives.
    pub(super) span: Span,
}

#[derive(Clone, Copy)]
pub(super) enum Body<'a> {
    Statements(&'a FunctionBody<'a>),
    Expression(&'a Expression<'a>),
}

impl<'a> Lowerer<'a, '_> {
    pub(super) fn main(mut self, program: &'a Program<'a>) -> FunctionId {
        let head = self.head(FunctionIndex(0), String::new(), FunctionKind::Main, program.span);
        self.compile(head, |this| {
            let open = this.enter_scope(Some(0), program.span);
            this.template_objects(program.span);
            this.hoist_functions(&program.body);
            this.statements(&program.body);
            this.end_of_body(program.span);
            this.leave_scope(open);
        })
    }

    pub(super) fn head(&mut self, index: FunctionIndex, name: String, kind: FunctionKind, span: Span) -> Head {
        Head {
            index,
            name: self.builder.atom(&name),
            name_text: name,
            kind,
            span: self.positions.span(span),
        }
    }

    /// Compiles one function: `build` emits its code.
    pub(super) fn compile(&mut self, head: Head, build: impl FnOnce(&mut Self)) -> FunctionId {
        let id = self.builder.reserve_function();
        self.compile_as(id, head, build);
        id
    }

    /// Compiles one function under a number that was given out before.
    fn compile_as(&mut self, id: FunctionId, head: Head, build: impl FnOnce(&mut Self)) {
        self.frames.push(Frame::new(head));
        build(self);
        self.finish_frame(id);
    }

    /// The parts of a `function`, whose name is its own or else `hint`.
    pub(super) fn function_parts(
        &mut self,
        function: &'a Function<'a>,
        hint: &str,
        kind: FunctionKind,
    ) -> Option<FunctionParts<'a>> {
        let name = function.id.as_ref().map_or(hint, |id| id.name.as_str());
        let kind = match (function.r#async, function.generator) {
            (false, false) => kind,
            (true, false) => FunctionKind::Async,
            (false, true) => FunctionKind::Generator,
            (true, true) => FunctionKind::AsyncGenerator,
        };
        Some(FunctionParts {
            name: name.to_owned(),
            kind,
            params: &function.params,
            body: Body::Statements(function.body.as_deref()?),
            scope: &function.scope_id,
            span: function.span,
        })
    }

    pub(super) fn arrow_parts(arrow: &'a ArrowFunctionExpression<'a>, hint: &str) -> FunctionParts<'a> {
        let body = match &arrow.body {
            ArrowFunctionBody::FunctionBody(body) => Body::Statements(body),
            body => body.as_expression().map_or_else(
                || unreachable!("an arrow function has statements or an expression"),
                Body::Expression,
            ),
        };
        FunctionParts {
            name: hint.to_owned(),
            kind: if arrow.r#async {
                FunctionKind::AsyncArrow
            } else {
                FunctionKind::Arrow
            },
            params: &arrow.params,
            body,
            scope: &arrow.scope_id,
            span: arrow.span,
        }
    }

    /// Makes a closure over a function.
    pub(super) fn closure(&mut self, parts: FunctionParts<'a>, dest: Reg) {
        let span = Span::new(parts.span.start, parts.params.span.end.max(parts.span.start));
        let function = self.function(parts);
        self.emit(Op::NewClosure { dest, function }, span);
    }

    /// A `function` expression; one with a name sees itself under that name.
    pub(super) fn function_expression(&mut self, function: &'a Function<'a>, hint: &str, dest: Reg) {
        let kind = FunctionKind::Function;
        let own_name = function.id.as_ref().and_then(|id| self.resolution.declared(id));
        let own_name = own_name.filter(|&variable| self.resolution.variable(variable).is_captured);
        let Some(parts) = self.function_parts(function, hint, kind) else {
            return self.load_undefined(dest, function.span);
        };
        let Some(variable) = own_name else {
            return self.closure(parts, dest);
        };
        let mark = self.mark();
        let cell = self.temporary();
        let name = self.builder.atom(self.resolution.variable(variable).name);
        self.emit(Op::NewCell { dest: cell, name }, function.span);
        self.places[variable.0] = Some(Place::Cell(cell));
        self.closure(parts, dest);
        self.emit(Op::InitCellConst { cell, value: dest }, function.span);
        self.release(mark);
    }

    /// Function declarations exist from the beginning of their block; of several with one name the last counts.
    pub(super) fn hoist_functions(&mut self, statements: &'a [Statement<'a>]) {
        for statement in statements {
            let Some(function) = declared_function(statement) else {
                continue;
            };
            let declared = function.id.as_ref().and_then(|id| self.resolution.declared(id));
            let Some(variable) = declared.filter(|_| function.body.is_some() && !function.declare) else {
                continue;
            };
            if let Some(parts) = self.function_parts(function, "", FunctionKind::Function) {
                let mark = self.mark();
                let span = parts.span;
                let value = match self.places[variable.0] {
                    Some(Place::Register(register)) => register,
                    Some(Place::Cell(_)) | None => self.temporary(),
                };
                self.closure(parts, value);
                self.initialize_variable(variable, value, span);
                self.release(mark);
            }
        }
    }

    pub(super) fn function(&mut self, parts: FunctionParts<'a>) -> FunctionId {
        let id = self.builder.reserve_function();
        self.define_function(id, parts);
        id
    }

    /// Lowers a function under a number that was given out before.
    pub(super) fn define_function(&mut self, id: FunctionId, parts: FunctionParts<'a>) {
        let scope = self.resolution.scope(parts.scope);
        let index = scope.map_or(FunctionIndex(0), |scope| self.resolution.scopes[scope].function);
        let head = self.head(index, parts.name, parts.kind, parts.span);
        let (params, span) = (parts.params, parts.span);
        self.compile_as(id, head, |this| {
            this.parameter_registers(params);
            this.arguments_register(index);
            let open = this.enter_scope(scope, params.span);
            this.begin_function(index, parts.kind, params.span);
            if parts.kind == FunctionKind::DerivedConstructor {
                this.frame().parameter_properties = Some(params);
            }
            this.bind_parameters(params);
            if parts.kind.is_generator() {
                this.emit(Op::GeneratorStart {}, params.span);
            }
            if parts.kind == FunctionKind::ClassConstructor {
                this.parameter_properties(params);
            }
            match parts.body {
                Body::Statements(body) => {
                    let inner = this.enter_body(body, scope);
                    this.hoist_functions(&body.statements);
                    this.statements(&body.statements);
                    this.end_of_body(span);
                    this.leave_scope(inner);
                }
                Body::Expression(expression) => {
                    this.mark_statement();
                    let value = this.operand(expression, expression.span().end);
                    this.emit(Op::Return { value }, expression.span());
                }
            }
            this.end_of_constructor(index, span);
            this.leave_scope(open);
        });
    }

    /// The register that receives `arguments` must not be used for anything before.
    fn arguments_register(&mut self, index: FunctionIndex) {
        if let Some(variable) = self.resolution.function(index).arguments {
            let register = self.temporary();
            self.frame().arguments = Some(register);
            if !self.resolution.variable(variable).is_captured {
                self.places[variable.0] = Some(Place::Register(register));
            }
        }
    }

    /// What comes before the parameters: the variables behind `arguments` and `new.target`, and a new object's fields.
    fn begin_function(&mut self, index: FunctionIndex, kind: FunctionKind, span: Span) {
        let info = self.resolution.function(index);
        let mark = self.mark();
        if let (Some(variable), Some(value)) = (info.arguments, self.frame().arguments) {
            self.initialize_variable(variable, value, span);
        }
        if let Some(variable) = info.new_target {
            let value = self.temporary();
            self.emit(Op::LoadNewTarget { dest: value }, span);
            self.initialize_variable(variable, value, span);
        }
        self.release(mark);
        self.begin_constructor(index, kind, span);
    }

    /// Opens the variables of a body that has some of its own: a `var` with the name of a parameter begins with its value.
    fn enter_body(&mut self, body: &'a FunctionBody<'a>, outer: Option<usize>) -> super::variable::OpenScope {
        let scope = noted(&body.node_id);
        let at = Span::new(body.span.start, body.span.start);
        let open = self.enter_scope(scope, at);
        let variables = scope.map_or(&[][..], |scope| &self.resolution.scopes[scope].variables);
        for &variable in variables {
            let info = self.resolution.variable(variable);
            let outer = outer.and_then(|outer| self.resolution.named_in(outer, info.name));
            if let Some(outer) = outer.filter(|_| info.kind == VariableKind::Var) {
                let mark = self.mark();
                let value = self.hidden(outer, at);
                self.initialize_variable(variable, value, at);
                self.release(mark);
            }
        }
        open
    }

    /// A function that comes to its end returns `undefined`.
    pub(super) fn end_of_body(&mut self, span: Span) {
        let last = Span::new(span.end.saturating_sub(1).max(span.start), span.end);
        let value = self.temporary();
        self.load_undefined(value, last);
        self.emit_return(value, last);
    }

    /// Ends the frame, or goes to where a derived constructor ends.
    pub(super) fn emit_return(&mut self, value: Reg, span: Span) {
        match self.frame().epilogue {
            Some((label, result)) => {
                self.copy(result, value, span);
                self.jump(label, span);
            }
            None => {
                self.emit(Op::Return { value }, span);
            }
        }
    }

    fn finish_frame(&mut self, id: FunctionId) {
        self.list_captured_variables();
        if let Some(mut frame) = self.frames.pop() {
            let recorder = std::mem::take(&mut frame.recorder);
            for (pc, note) in recorder.notes(self.resolution, frame.head.index) {
                frame.access_notes.insert(pc, note);
            }
            let function = frame.finish(self.positions.is_internal());
            self.builder.define_function(id, function);
        }
    }

    /// The first registers of a frame are its arguments; a plain parameter that no inner function uses, and that nothing
    /// uses too early, stays there.
    fn parameter_registers(&mut self, params: &'a FormalParameters<'a>) {
        let count = u16::try_from(params.items.len()).unwrap_or(u16::MAX);
        // In the library, an optional parameter is one that `length` does not count.
        let is_internal = self.positions.is_internal();
        let required = params
            .items
            .iter()
            .take_while(|item| item.initializer.is_none() && !(is_internal && item.optional))
            .count();
        self.frame().params = count;
        self.frame().length = u16::try_from(required).unwrap_or(u16::MAX);
        self.frame().has_rest = params.rest.is_some();
        let patterns = params.items.iter().map(|item| &item.pattern);
        for pattern in patterns.chain(params.rest.iter().map(|rest| &rest.rest.argument)) {
            let register = self.temporary();
            if let BindingPattern::BindingIdentifier(identifier) = pattern
                && let Some(variable) = self.resolution.declared(identifier)
                && !self.resolution.variable(variable).is_captured
                && !self.resolution.variable(variable).may_be_used_early
            {
                self.places[variable.0] = Some(Place::Register(register));
            }
        }
    }

    fn bind_parameters(&mut self, params: &'a FormalParameters<'a>) {
        for (index, item) in params.items.iter().enumerate() {
            let register = Reg(u16::try_from(index).unwrap_or(u16::MAX));
            if let Some(default) = &item.initializer {
                self.default_value(register, default, binding_name(&item.pattern));
            }
            self.bind_parameter(&item.pattern, register);
        }
        if let Some(rest) = &params.rest {
            let register = Reg(self.frame().params);
            self.bind_parameter(&rest.rest.argument, register);
        }
    }

    fn bind_parameter(&mut self, pattern: &'a BindingPattern<'a>, register: Reg) {
        if let BindingPattern::BindingIdentifier(identifier) = pattern
            && let Some(variable) = self.resolution.declared(identifier)
            && self.places[variable.0] == Some(Place::Register(register))
        {
            return;
        }
        self.bind_pattern(pattern, register, Binding::Declaration);
    }

    /// `constructor(private x: number)` assigns `this.x`.
    pub(super) fn parameter_properties(&mut self, params: &'a FormalParameters<'a>) {
        for item in params.items.iter().filter(|item| is_parameter_property(item)) {
            let BindingPattern::BindingIdentifier(identifier) = &item.pattern else {
                continue;
            };
            let Some(variable) = self.resolution.declared(identifier) else {
                continue;
            };
            let mark = self.mark();
            let object = self.this_value(item.span);
            let value = self.hidden(variable, item.span);
            let name = self.builder.atom(identifier.name.as_str());
            let pc = self.emit(Op::SetProperty { object, name, value }, item.span);
            self.name_access(pc, &format!("this.{}", identifier.name));
            self.release(mark);
        }
    }
}

/// The function that a statement declares, exported or not.
fn declared_function<'a>(statement: &'a Statement<'a>) -> Option<&'a Function<'a>> {
    match statement {
        Statement::FunctionDeclaration(function) => Some(function),
        Statement::ExportDeclaration(export) => match &export.declaration {
            Declaration::FunctionDeclaration(function) => Some(function),
            _ => None,
        },
        Statement::ExportDefaultDeclaration(export) => match &export.declaration {
            ExportDefaultDeclarationKind::FunctionDeclaration(function) => Some(function),
            _ => None,
        },
        _ => None,
    }
}

/// The name that an anonymous function gets from the variable that it is assigned to.
pub(super) fn binding_name<'a>(pattern: &BindingPattern<'a>) -> &'a str {
    match pattern {
        BindingPattern::BindingIdentifier(identifier) => identifier.name.as_str(),
        BindingPattern::ObjectPattern(_) | BindingPattern::ArrayPattern(_) | BindingPattern::AssignmentPattern(_) => "",
    }
}
