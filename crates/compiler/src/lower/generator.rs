//! `yield`, `yield*` and `await`.
//!
//! Owns where a function suspends and how it goes on. In an async generator every `await` goes to the generator's driver,
//! and a `return` that is sent in is awaited before it takes effect.

use super::Lowerer;
use super::frame::Label;
use super::try_finally::Exit;
use bytecode::{FunctionKind, LibraryEntry, Op, Reg};
use oxc_ast::ast::*;
use oxc_span::Span;

/// An iterator whose methods are called one by one.
#[derive(Clone, Copy)]
pub(super) struct RawIterator {
    pub(super) object: Reg,
    pub(super) next: Reg,
}

/// The registers of a `yield*`.
#[derive(Clone, Copy)]
struct Delegation {
    iterator: RawIterator,
    /// What was sent in, or thrown.
    received: Reg,
    /// The iterator's result object.
    result: Reg,
    mode: Reg,
    is_async: bool,
    span: Span,
}

impl<'a> Lowerer<'a, '_> {
    pub(super) fn is_async_generator(&mut self) -> bool {
        self.frame().head.kind == FunctionKind::AsyncGenerator
    }

    pub(super) fn await_expression(&mut self, awaited: &'a AwaitExpression<'a>, dest: Reg) {
        let is_async_generator = self.is_async_generator();
        if !self.frame().head.kind.is_async() && !is_async_generator {
            let name = self.frame().head.name_text.clone();
            let span = Span::new(awaited.span.start, awaited.span.start + 5);
            let diagnostic = crate::parse::await_outside_async(span, Some(&name), self.positions);
            self.diagnostics.push(diagnostic);
        }
        let mark = self.mark();
        let value = match awaited.argument.get_inner_expression() {
            Expression::CallExpression(call) if !is_async_generator => {
                let value = self.temporary();
                self.call(call, value, true);
                value
            }
            argument => self.operand(argument, awaited.span.end),
        };
        self.emit_await(dest, value, awaited.span);
        self.release(mark);
    }

    pub(super) fn emit_await(&mut self, dest: Reg, value: Reg, span: Span) {
        let op = if self.is_async_generator() {
            Op::AwaitYield { dest, value }
        } else {
            Op::Await { dest, value }
        };
        self.emit(op, span);
    }

    pub(super) fn yield_expression(&mut self, it: &'a YieldExpression<'a>, dest: Reg) {
        let mark = self.mark();
        let is_async = self.is_async_generator();
        let value = match &it.argument {
            Some(argument) if it.delegate => {
                let iterable = self.operand(argument, it.span.end);
                self.delegate(iterable, dest, it.span);
                return self.release(mark);
            }
            Some(argument) => self.operand(argument, it.span.end),
            None => {
                let value = self.temporary();
                self.load_undefined(value, it.span);
                value
            }
        };
        let received = self.temporary();
        let mode = self.temporary();
        let value = if is_async {
            self.emit_await(received, value, it.span);
            received
        } else {
            value
        };
        let op = Op::Yield {
            dest: received,
            value,
            mode,
            is_delegate: false,
        };
        self.emit(op, it.span);
        let go_on = self.new_label();
        self.jump_if_false(mode, go_on, it.span);
        if is_async {
            self.emit_await(received, received, it.span);
        }
        self.exit(Exit::Return { value: received }, it.span);
        self.place_label(go_on);
        self.copy(dest, received, it.span);
        self.release(mark);
    }

    /// `yield* iterable` (ECMA-262 section 15.5.5).
    fn delegate(&mut self, iterable: Reg, dest: Reg, span: Span) {
        let is_async = self.is_async_generator();
        let iterator = self.raw_iterator(iterable, is_async, span);
        let it = Delegation {
            iterator,
            received: self.temporary(),
            result: self.temporary(),
            mode: self.temporary(),
            is_async,
            span,
        };
        let next = self.new_label();
        let got = self.new_label();
        let suspend = self.new_label();
        let thrown = self.new_label();
        let done = self.new_label();
        self.load_undefined(it.received, span);
        self.place_label(next);
        self.call_method(
            it.iterator.next,
            it.iterator.object,
            Some(it.received),
            it.result,
            false,
            span,
        );
        self.place_label(got);
        self.unless_done(it, done);
        self.place_label(suspend);
        self.delegate_yield(it, thrown);
        self.jump_if_false(it.mode, next, span);
        self.delegate_return(it, suspend);
        self.place_label(thrown);
        self.delegate_throw(it, got);
        self.place_label(done);
        self.get_named(dest, it.result, "value", span);
    }

    /// Awaits and checks the result; goes to `done` if it is the last one.
    fn unless_done(&mut self, it: Delegation, done: Label) {
        if it.is_async {
            self.emit_await(it.result, it.result, it.span);
        }
        self.emit(Op::CheckIteratorResult { value: it.result }, it.span);
        let mark = self.mark();
        let is_done = self.temporary();
        self.get_named(is_done, it.result, "done", it.span);
        self.jump_if_true(is_done, done, it.span);
        self.release(mark);
    }

    fn delegate_yield(&mut self, it: Delegation, thrown: Label) {
        let value = if it.is_async {
            self.get_named(it.received, it.result, "value", it.span);
            it.received
        } else {
            it.result
        };
        let start = self.new_label();
        let end = self.new_label();
        self.place_label(start);
        let op = Op::Yield {
            dest: it.received,
            value,
            mode: it.mode,
            is_delegate: !it.is_async,
        };
        self.emit(op, it.span);
        if it.is_async {
            let go_on = self.new_label();
            self.jump_if_false(it.mode, go_on, it.span);
            self.emit_await(it.received, it.received, it.span);
            self.place_label(go_on);
        }
        self.place_label(end);
        self.guard_later(start, end, thrown, it.received);
    }

    /// The generator was told to return: so is the iterator.
    fn delegate_return(&mut self, it: Delegation, suspend: Label) {
        let span = it.span;
        let mark = self.mark();
        let method = self.temporary();
        let call = self.new_label();
        let missing = self.new_label();
        let finished = self.new_label();
        self.get_named(method, it.iterator.object, "return", span);
        self.jump_if_nullish(method, missing, span);
        self.jump(call, span);
        self.place_label(missing);
        if it.is_async {
            self.emit_await(it.received, it.received, span);
        }
        self.exit(Exit::Return { value: it.received }, span);
        self.place_label(call);
        self.call_method(method, it.iterator.object, Some(it.received), it.result, false, span);
        self.unless_done(it, finished);
        self.jump(suspend, span);
        self.place_label(finished);
        self.get_named(it.received, it.result, "value", span);
        self.exit(Exit::Return { value: it.received }, span);
        self.release(mark);
    }

    /// Something was thrown into the generator: the iterator gets it, or is closed if it cannot take it.
    fn delegate_throw(&mut self, it: Delegation, got: Label) {
        let span = it.span;
        let mark = self.mark();
        let method = self.temporary();
        let missing = self.new_label();
        self.get_named(method, it.iterator.object, "throw", span);
        self.jump_if_nullish(method, missing, span);
        self.call_method(method, it.iterator.object, Some(it.received), it.result, false, span);
        self.jump(got, span);
        self.place_label(missing);
        self.close_raw(it.iterator.object, it.is_async, span);
        self.throw_error("TypeError", "The iterator does not provide a 'throw' method.", span);
        self.release(mark);
    }

    /// Gets an iterator as an object with its `next` method.
    pub(super) fn raw_iterator(&mut self, iterable: Reg, is_async: bool, span: Span) -> RawIterator {
        let object = self.temporary();
        let next = self.temporary();
        let entry = if is_async {
            LibraryEntry::AsyncIterator
        } else {
            LibraryEntry::SyncIterator
        };
        self.call_library(entry, iterable, object, span);
        self.get_named(next, object, "next", span);
        RawIterator { object, next }
    }

    /// Calls the iterator's `return`, if it has one, and checks its result.
    pub(super) fn close_raw(&mut self, iterator: Reg, is_async: bool, span: Span) {
        let mark = self.mark();
        let method = self.temporary();
        let result = self.temporary();
        let end = self.new_label();
        self.get_named(method, iterator, "return", span);
        self.jump_if_nullish(method, end, span);
        let is_awaited = is_async && !self.is_async_generator();
        self.call_method(method, iterator, None, result, is_awaited, span);
        if is_async {
            self.emit_await(result, result, span);
        }
        self.emit(Op::CheckIteratorResult { value: result }, span);
        self.place_label(end);
        self.release(mark);
    }

    pub(super) fn get_named(&mut self, dest: Reg, object: Reg, name: &str, span: Span) {
        let name = self.builder.atom(name);
        self.emit(Op::GetProperty { dest, object, name }, span);
    }

    /// Calls a method that is in a register. What is awaited may run in the lane that awaits it.
    pub(super) fn call_method(
        &mut self,
        method: Reg,
        this: Reg,
        argument: Option<Reg>,
        dest: Reg,
        is_awaited: bool,
        span: Span,
    ) {
        let mark = self.mark();
        let base = self.temporary();
        let receiver = self.temporary();
        self.copy(base, method, span);
        self.copy(receiver, this, span);
        if let Some(value) = argument {
            let register = self.temporary();
            self.copy(register, value, span);
        }
        let count = u16::from(argument.is_some());
        let op = if is_awaited {
            Op::CallAwaited { dest, base, count }
        } else {
            Op::Call { dest, base, count }
        };
        self.emit(op, span);
        self.release(mark);
    }

    /// What a `return` statement gives: an async generator awaits it first.
    pub(super) fn returned_value(&mut self, value: Reg, span: Span) -> Reg {
        if !self.is_async_generator() {
            return value;
        }
        let dest = self.temporary();
        self.emit_await(dest, value, span);
        dest
    }
}
