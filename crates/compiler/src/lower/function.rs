//! Functions: parameters, bodies, closures, hoisting.
//!
//! Owns how a function's frame begins and ends. Which variables it captures follows from what its body uses.

use super::frame::{Frame, Head};
use super::variable::Place;
use super::{Lowerer, pattern::Binding};
use crate::resolve::FunctionIndex;
use bytecode::{FunctionId, FunctionKind, Op, Reg};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};
use oxc_syntax::scope::ScopeId;
use std::cell::Cell;

/// What all forms of functions have.
pub(super) struct FunctionParts<'a> {
    pub(super) name: &'a str,
    pub(super) kind: FunctionKind,
    pub(super) params: &'a FormalParameters<'a>,
    pub(super) body: Body<'a>,
    pub(super) scope: &'a Cell<Option<ScopeId>>,
    pub(super) span: Span,
}

#[derive(Clone, Copy)]
pub(super) enum Body<'a> {
    Statements(&'a FunctionBody<'a>),
    Expression(&'a Expression<'a>),
}

impl<'a> Lowerer<'a, '_> {
    pub(super) fn main(mut self, program: &'a Program<'a>) -> FunctionId {
        let id = self.builder.reserve_function();
        let head = Head {
            index: FunctionIndex(0),
            name: self.builder.atom(""),
            name_text: String::new(),
            kind: FunctionKind::Main,
            span: self.positions.span(program.span),
        };
        self.frames.push(Frame::new(head));
        let open = self.enter_scope(Some(0), program.span);
        self.hoist_functions(&program.body);
        self.statements(&program.body);
        self.end_of_body(program.span);
        self.leave_scope(open);
        self.finish_frame(id);
        id
    }

    pub(super) fn library(mut self, program: &'a Program<'a>) -> Vec<(&'a str, FunctionId)> {
        let head = Head {
            index: FunctionIndex(0),
            name: self.builder.atom(""),
            name_text: String::new(),
            kind: FunctionKind::Main,
            span: bytecode::Span::default(),
        };
        self.frames.push(Frame::new(head));
        let mut functions = Vec::new();
        for statement in &program.body {
            if let Statement::FunctionDeclaration(function) = statement
                && let Some(parts) = self.function_parts(function, "", FunctionKind::Method)
            {
                functions.push((parts.name, self.function(parts)));
            }
        }
        functions
    }

    /// The parts of a `function`, whose name is its own or else `hint`.
    pub(super) fn function_parts(
        &mut self,
        function: &'a Function<'a>,
        hint: &'a str,
        kind: FunctionKind,
    ) -> Option<FunctionParts<'a>> {
        if function.generator {
            self.unsupported_generator(Span::new(function.span.start, function.params.span.start));
            return None;
        }
        let name = function.id.as_ref().map_or(hint, |id| id.name.as_str());
        Some(FunctionParts {
            name,
            kind: if function.r#async { FunctionKind::Async } else { kind },
            params: &function.params,
            body: Body::Statements(function.body.as_deref()?),
            scope: &function.scope_id,
            span: function.span,
        })
    }

    pub(super) fn arrow_parts(arrow: &'a ArrowFunctionExpression<'a>, hint: &'a str) -> FunctionParts<'a> {
        let body = match &arrow.body {
            ArrowFunctionBody::FunctionBody(body) => Body::Statements(body),
            body => body.as_expression().map_or_else(
                || unreachable!("an arrow function has statements or an expression"),
                Body::Expression,
            ),
        };
        FunctionParts {
            name: hint,
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
        let span = Span::new(parts.span.start, parts.params.span.end);
        let function = self.function(parts);
        self.emit(Op::NewClosure { dest, function }, span);
    }

    /// A `function` expression; one with a name sees itself under that name.
    pub(super) fn function_expression(&mut self, function: &'a Function<'a>, hint: &'a str, dest: Reg) {
        let kind = FunctionKind::Function;
        let own_name = function.id.as_ref().and_then(|id| self.resolution.declared(id));
        let own_name = own_name.filter(|&variable| self.resolution.variable(variable).is_captured);
        let Some(variable) = own_name else {
            match self.function_parts(function, hint, kind) {
                Some(parts) => self.closure(parts, dest),
                None => self.load_undefined(dest, function.span),
            }
            return;
        };
        let mark = self.mark();
        let cell = self.temporary();
        let name = self.builder.atom(self.resolution.variable(variable).name);
        self.emit(Op::NewCell { dest: cell, name }, function.span);
        self.places[variable.0] = Some(Place::Cell(cell));
        if let Some(parts) = self.function_parts(function, hint, kind) {
            self.closure(parts, dest);
        }
        self.emit(Op::InitCellConst { cell, value: dest }, function.span);
        self.release(mark);
    }

    /// Function declarations exist from the beginning of their block.
    pub(super) fn hoist_functions(&mut self, statements: &'a [Statement<'a>]) {
        for statement in statements {
            let Statement::FunctionDeclaration(function) = statement else {
                continue;
            };
            let declared = function.id.as_ref().and_then(|id| self.resolution.declared(id));
            let Some(variable) = declared.filter(|_| function.body.is_some()) else {
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

    fn function(&mut self, parts: FunctionParts<'a>) -> FunctionId {
        let id = self.builder.reserve_function();
        let scope = self.resolution.scope(parts.scope);
        let head = Head {
            index: scope.map_or(FunctionIndex(0), |scope| self.resolution.scopes[scope].function),
            name: self.builder.atom(parts.name),
            name_text: parts.name.to_owned(),
            kind: parts.kind,
            span: self.positions.span(parts.span),
        };
        self.frames.push(Frame::new(head));
        self.parameter_registers(parts.params);
        let open = self.enter_scope(scope, parts.params.span);
        self.bind_parameters(parts.params);
        match parts.body {
            Body::Statements(body) => {
                self.hoist_functions(&body.statements);
                self.statements(&body.statements);
                self.end_of_body(parts.span);
            }
            Body::Expression(expression) => {
                self.mark_statement();
                let value = self.operand(expression, expression.span().end);
                self.emit(Op::Return { value }, expression.span());
            }
        }
        self.leave_scope(open);
        self.finish_frame(id);
        id
    }

    /// A function that comes to its end returns `undefined`.
    fn end_of_body(&mut self, span: Span) {
        let last = Span::new(span.end.saturating_sub(1).max(span.start), span.end);
        let value = self.temporary();
        self.load_undefined(value, last);
        self.emit(Op::Return { value }, last);
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

    /// The first registers of a frame are its arguments; a plain parameter that no inner function uses stays there.
    fn parameter_registers(&mut self, params: &'a FormalParameters<'a>) {
        let count = u16::try_from(params.items.len()).unwrap_or(u16::MAX);
        let required = params
            .items
            .iter()
            .take_while(|item| item.initializer.is_none())
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
}

/// The name that an anonymous function gets from the variable that it is assigned to.
pub(super) fn binding_name<'a>(pattern: &BindingPattern<'a>) -> &'a str {
    match pattern {
        BindingPattern::BindingIdentifier(identifier) => identifier.name.as_str(),
        BindingPattern::ObjectPattern(_) | BindingPattern::ArrayPattern(_) | BindingPattern::AssignmentPattern(_) => "",
    }
}
