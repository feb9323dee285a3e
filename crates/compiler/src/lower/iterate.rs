//! `for of`, `for await` and `for in`.
//!
//! Owns how a loop steps its iterator and how it closes it when it is left before its end (ECMA-262 section 14.7.5.7). Where
//! `break` and `continue` go is next door.

use super::Lowerer;
use super::callee_text::IterablePlace;
use super::control::last_of;
use super::generator::RawIterator;
use super::pattern::Binding;
use super::try_finally::OpenFinally;
use bytecode::{Op, Reg};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

/// What the loops have in common.
struct Head<'a> {
    left: &'a ForStatementLeft<'a>,
    body: &'a Statement<'a>,
    scope: Option<usize>,
    span: Span,
}

/// What a loop goes over.
#[derive(Clone, Copy)]
enum Source {
    /// Property names, which nobody closes.
    Keys(Reg),
    Iterator(Reg),
    Async(RawIterator),
}

impl<'a> Lowerer<'a, '_> {
    pub(super) fn for_of(&mut self, it: &'a ForOfStatement<'a>, labels: Vec<String>) {
        self.mark_statement();
        let mark = self.mark();
        let iterator = self.temporary();
        let iterable = self.operand(&it.right, it.right.span().end);
        let span = it.right.span();
        let source = if it.r#await {
            self.check_for_await(it.span);
            Source::Async(self.raw_iterator(iterable, true, span))
        } else {
            let op = Op::GetIterator {
                dest: iterator,
                iterable,
            };
            let pc = self.emit(op, span);
            self.name_iterable(pc, &it.right, IterablePlace::Loop);
            Source::Iterator(iterator)
        };
        let head = Head {
            left: &it.left,
            body: &it.body,
            scope: self.resolution.scope(&it.scope_id),
            span: it.span,
        };
        self.for_each(head, source, labels);
        self.release(mark);
    }

    fn check_for_await(&mut self, span: Span) {
        let kind = self.frame().head.kind;
        if !kind.is_async() && kind != bytecode::FunctionKind::AsyncGenerator {
            let name = self.frame().head.name_text.clone();
            let span = Span::new(span.start, span.start + 3);
            let diagnostic = crate::parse::await_outside_async(span, Some(&name), self.positions);
            self.diagnostics.push(diagnostic);
        }
    }

    pub(super) fn for_in(&mut self, it: &'a ForInStatement<'a>, labels: Vec<String>) {
        self.mark_statement();
        let mark = self.mark();
        let iterator = self.temporary();
        let inner = self.mark();
        let object = self.operand(&it.right, it.right.span().end);
        self.emit(Op::GetKeys { dest: iterator, object }, it.right.span());
        self.release(inner);
        let head = Head {
            left: &it.left,
            body: &it.body,
            scope: self.resolution.scope(&it.scope_id),
            span: it.span,
        };
        self.for_each(head, Source::Keys(iterator), labels);
        self.release(mark);
    }

    fn for_each(&mut self, head: Head<'a>, source: Source, labels: Vec<String>) {
        let next = self.new_label();
        let end = self.new_label();
        let at = head.left.span();
        let value = self.temporary();
        let done = self.temporary();
        self.open_break(labels.clone(), end);
        let closing = match source {
            Source::Keys(_) => None,
            Source::Iterator(_) | Source::Async(_) => Some(self.open_finally()),
        };
        self.place_label(next);
        self.mark_statement();
        self.step(source, value, done, at);
        self.jump_if_true(done, end, at);
        if let Source::Async(_) = source {
            self.get_named(value, value, "value", at);
        }
        let start = self.new_label();
        let last = self.new_label();
        self.place_label(start);
        let open = self.enter_scope(head.scope, at);
        self.bind_loop_variable(head.left, value);
        self.body_with_continue(head.body, labels, next);
        self.place_label(last);
        self.jump(next, last_of(head.span));
        self.leave_scope(open);
        if let Some(closing) = closing {
            self.close_loop(source, closing, (start, last), last_of(head.span));
        }
        self.close_break();
        self.place_label(end);
    }

    fn bind_loop_variable(&mut self, left: &'a ForStatementLeft<'a>, value: Reg) {
        match left {
            ForStatementLeft::VariableDeclaration(declaration) => {
                self.check_using(declaration);
                let binding = if declaration.kind.is_var() {
                    Binding::Assignment
                } else {
                    Binding::Declaration
                };
                for declarator in &declaration.declarations {
                    if !matches!(declarator.id, BindingPattern::BindingIdentifier(_)) {
                        // V8 keeps the element in a variable of this name, and says so.
                        self.frame().pattern_source = Some(".for".to_owned());
                    }
                    self.bind_pattern(&declarator.id, value, binding);
                    let resolution = self.resolution;
                    self.frame().recorder.declare_unknown(resolution, &declarator.id);
                }
            }
            left => {
                if let Some(target) = left.as_assignment_target() {
                    self.assign_pattern(target, value);
                }
            }
        }
    }

    /// One step: the value, or for an async iterator the result object, and whether that was the end.
    fn step(&mut self, source: Source, value: Reg, done: Reg, span: Span) {
        match source {
            Source::Keys(iterator) | Source::Iterator(iterator) => {
                let op = Op::IteratorNext {
                    dest: value,
                    iterator,
                    done,
                };
                self.emit(op, span);
            }
            Source::Async(iterator) => {
                let is_awaited = !self.is_async_generator();
                self.call_method(iterator.next, iterator.object, None, value, is_awaited, span);
                self.emit_await(value, value, span);
                self.emit(Op::CheckIteratorResult { value }, span);
                self.get_named(done, value, "done", span);
            }
        }
    }

    /// The code for those who leave the loop early: by throwing, or by another way out.
    fn close_loop(
        &mut self,
        source: Source,
        closing: OpenFinally,
        (start, end): (super::frame::Label, super::frame::Label),
        span: Span,
    ) {
        let exits = self.close_finally();
        let mark = self.mark();
        let thrown = self.temporary();
        let caught = self.new_label();
        self.place_label(caught);
        self.guard(start, end, caught, thrown);
        self.close_quietly(source, span);
        self.emit(Op::Throw { value: thrown }, span);
        self.release(mark);
        self.place_label(closing.entry);
        if exits.is_empty() {
            return;
        }
        match source {
            Source::Keys(_) => {}
            Source::Iterator(iterator) => {
                let is_quiet = false;
                self.emit(Op::IteratorClose { iterator, is_quiet }, span);
            }
            Source::Async(iterator) => self.close_raw(iterator.object, true, span),
        }
        self.go_on_out(closing, &exits, span);
    }

    /// Closes an iterator because something was thrown: whatever goes wrong here is dropped.
    fn close_quietly(&mut self, source: Source, span: Span) {
        match source {
            Source::Keys(_) => {}
            Source::Iterator(iterator) => {
                let is_quiet = true;
                self.emit(Op::IteratorClose { iterator, is_quiet }, span);
            }
            Source::Async(iterator) => {
                let mark = self.mark();
                let dropped = self.temporary();
                let start = self.new_label();
                let end = self.new_label();
                self.place_label(start);
                self.close_raw(iterator.object, true, span);
                self.place_label(end);
                self.guard(start, end, end, dropped);
                self.release(mark);
            }
        }
    }
}
