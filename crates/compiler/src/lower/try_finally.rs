//! `try`, `catch`, `finally`, and what leaves through them.
//!
//! Owns completions: a `finally` is compiled once, and whoever enters it notes in two registers how to go on after it
//! (ECMA-262 section 6.2.4). Which jumps there are is decided by others.

use super::Lowerer;
use super::control::Control;
use super::frame::Label;
use super::pattern::Binding;
use bytecode::{BinaryOp, Handler, Op, Reg};
use oxc_ast::ast::*;
use oxc_span::Span;

/// How control leaves a statement other than by its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Exit {
    /// To a label of the control at `depth`.
    Jump { depth: usize, target: Label },
    /// Out of the function, with a value.
    Return { value: Reg },
}

/// Something that must run on the way out: a `finally`, or the closing of an iterator.
pub(super) struct Finally {
    entry: Label,
    /// How to go on: one of the numbers below, or the index of an exit after them.
    kind: Reg,
    /// What was thrown or is returned.
    value: Reg,
    exits: Vec<Exit>,
}

/// The registers and the entry of a [`Finally`].
#[derive(Clone, Copy)]
pub(super) struct OpenFinally {
    pub(super) entry: Label,
    kind: Reg,
    value: Reg,
}

const GO_ON: i32 = 0;
const THROW: i32 = 1;
const FIRST_EXIT: i32 = 2;

impl<'a> Lowerer<'a, '_> {
    /// Leaves by way of every `finally` in between.
    pub(super) fn exit(&mut self, exit: Exit, span: Span) {
        let floor = match exit {
            Exit::Jump { depth, .. } => depth + 1,
            Exit::Return { .. } => 0,
        };
        let control = &mut self.frame().control;
        let found = control.iter_mut().skip(floor).rev().find_map(|control| match control {
            Control::Finally(finally) => Some(finally),
            Control::Breakable(_) => None,
        });
        let Some(finally) = found else {
            match exit {
                Exit::Jump { target, .. } => self.jump(target, span),
                Exit::Return { value } => self.emit_return(value, span),
            }
            return;
        };
        let (entry, kind, kept) = (finally.entry, finally.kind, finally.value);
        let own = match exit {
            Exit::Return { .. } => Exit::Return { value: kept },
            Exit::Jump { .. } => exit,
        };
        let index = finally.exits.iter().position(|known| *known == own).unwrap_or_else(|| {
            finally.exits.push(own);
            finally.exits.len() - 1
        });
        if let Exit::Return { value } = exit {
            self.copy(kept, value, span);
        }
        let value = FIRST_EXIT + i32::try_from(index).unwrap_or(0);
        self.emit(Op::LoadInt { dest: kind, value }, span);
        self.jump(entry, span);
    }

    pub(super) fn try_statement(&mut self, it: &'a TryStatement<'a>) {
        match &it.finalizer {
            None => self.try_catch(it),
            Some(finalizer) => self.try_finally(it, finalizer),
        }
    }

    /// From here on, whatever leaves goes by way of a cleanup.
    pub(super) fn open_finally(&mut self) -> OpenFinally {
        let open = OpenFinally {
            entry: self.new_label(),
            kind: self.temporary(),
            value: self.temporary(),
        };
        self.frame().control.push(Control::Finally(Finally {
            entry: open.entry,
            kind: open.kind,
            value: open.value,
            exits: Vec::new(),
        }));
        open
    }

    /// The ways out that were taken since.
    pub(super) fn close_finally(&mut self) -> Vec<Exit> {
        match self.frame().control.pop() {
            Some(Control::Finally(finally)) => finally.exits,
            Some(Control::Breakable(_)) | None => Vec::new(),
        }
    }

    /// After the cleanup of those who left: each goes on where it was going.
    pub(super) fn go_on_out(&mut self, open: OpenFinally, exits: &[Exit], span: Span) {
        let mark = self.mark();
        let number = self.temporary();
        let is_it = self.temporary();
        for (index, &exit) in exits.iter().enumerate() {
            let next = self.new_label();
            if index + 1 < exits.len() {
                let value = FIRST_EXIT + i32::try_from(index).unwrap_or(0);
                self.emit(Op::LoadInt { dest: number, value }, span);
                self.compare(is_it, open.kind, number, span);
                self.jump_if_false(is_it, next, span);
            }
            self.exit(exit, span);
            self.place_label(next);
        }
        self.release(mark);
    }

    fn try_finally(&mut self, it: &'a TryStatement<'a>, finalizer: &'a BlockStatement<'a>) {
        let mark = self.mark();
        let open = self.open_finally();
        let OpenFinally { entry, kind, value } = open;
        let caught = self.new_label();
        let at = Span::new(finalizer.span.start, finalizer.span.start + 1);
        let start = self.new_label();
        let end = self.new_label();
        self.place_label(start);
        self.try_catch(it);
        self.place_label(end);
        let exits = self.close_finally();
        self.emit(
            Op::LoadInt {
                dest: kind,
                value: GO_ON,
            },
            at,
        );
        self.jump(entry, at);
        self.place_label(caught);
        self.emit(
            Op::LoadInt {
                dest: kind,
                value: THROW,
            },
            at,
        );
        self.guard(start, end, caught, value);
        self.place_label(entry);
        self.block(finalizer);
        self.go_on_after_finally(kind, value, &exits, finalizer.span);
        self.release(mark);
    }

    fn go_on_after_finally(&mut self, kind: Reg, value: Reg, exits: &[Exit], span: Span) {
        let at = Span::new(span.end.saturating_sub(1).max(span.start), span.end);
        let done = self.new_label();
        let mark = self.mark();
        let number = self.temporary();
        let is_it = self.temporary();
        self.emit(
            Op::LoadInt {
                dest: number,
                value: THROW,
            },
            at,
        );
        let not_thrown = self.new_label();
        self.compare(is_it, kind, number, at);
        self.jump_if_false(is_it, not_thrown, at);
        self.emit(Op::Throw { value }, at);
        self.place_label(not_thrown);
        for (index, &exit) in exits.iter().enumerate() {
            let next = self.new_label();
            let id = FIRST_EXIT + i32::try_from(index).unwrap_or(0);
            self.emit(
                Op::LoadInt {
                    dest: number,
                    value: id,
                },
                at,
            );
            self.compare(is_it, kind, number, at);
            self.jump_if_false(is_it, next, at);
            self.exit(exit, at);
            self.place_label(next);
        }
        self.place_label(done);
        self.release(mark);
    }

    fn compare(&mut self, dest: Reg, left: Reg, right: Reg, span: Span) {
        let operator = BinaryOp::StrictEqual;
        let op = Op::Binary {
            operator,
            dest,
            left,
            right,
        };
        self.emit(op, span);
    }

    /// The block and the `catch`, without the `finally`.
    fn try_catch(&mut self, it: &'a TryStatement<'a>) {
        let Some(clause) = &it.handler else {
            self.block(&it.block);
            return;
        };
        let mark = self.mark();
        let thrown = self.temporary();
        let start = self.new_label();
        let end = self.new_label();
        let target = self.new_label();
        let done = self.new_label();
        self.place_label(start);
        self.block(&it.block);
        self.place_label(end);
        self.jump(done, clause.span);
        self.place_label(target);
        self.guard(start, end, target, thrown);
        let open = self.enter_scope(self.resolution.scope(&clause.scope_id), clause.span);
        if let Some(parameter) = &clause.param {
            self.bind_pattern(&parameter.pattern, thrown, Binding::Declaration);
        }
        self.block(&clause.body);
        self.leave_scope(open);
        self.place_label(done);
        self.release(mark);
    }

    /// Adds a handler. Called when the guarded code is complete, so that inner handlers come before outer ones.
    pub(super) fn guard(&mut self, start: Label, end: Label, target: Label, value: Reg) {
        let frame = self.frame();
        let handler = Handler {
            start: frame.label_pc(start),
            end: frame.label_pc(end),
            target: frame.label_pc(target),
            value,
        };
        frame.handlers.push(handler);
    }

    /// The same for a target that is placed later.
    pub(super) fn guard_later(&mut self, start: Label, end: Label, target: Label, value: Reg) {
        let frame = self.frame();
        frame.handler_fixups.push((frame.handlers.len(), target));
        self.guard(start, end, target, value);
    }
}
