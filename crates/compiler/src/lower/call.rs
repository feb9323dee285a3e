//! Calls and `new`.
//!
//! Owns the row of registers that a call takes: the callee, `this`, the arguments.

use super::Lowerer;
use super::callee_text::{IterablePlace, callee_text, iterable_text};
use super::expression::from_property;
use crate::resolve::Resolved;
use bytecode::{GlobalId, LibraryEntry, Op, Pc, Reg};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Lowerer<'a, '_> {
    /// A call; `is_awaited` if the result is awaited on the spot. The result is the call operation.
    pub(super) fn call(&mut self, call: &'a CallExpression<'a>, dest: Reg, is_awaited: bool) -> Option<Pc> {
        if let Expression::Super(callee) = &call.callee {
            return self.super_call(call, callee, dest);
        }
        if let Some(module) = self.required_module(call) {
            return Some(self.emit(Op::LoadGlobal { dest, global: module }, call.span));
        }
        let mark = self.mark();
        let base = self.temporary();
        let this = self.temporary();
        let at = match call.callee.get_inner_expression() {
            Expression::StaticMemberExpression(member) => from_property(call.span, member.property.span),
            _ => call.span,
        };
        self.callee(&call.callee, base, this);
        self.stop_chain_if(call.optional, base, call.span);
        let count = self.arguments(&call.arguments, at);
        let op = match count {
            None => Op::CallSpread { dest, base },
            Some(count) if is_awaited => Op::CallAwaited { dest, base, count },
            Some(count) => Op::Call { dest, base, count },
        };
        let pc = self.emit(op, at);
        self.release(mark);
        Some(pc)
    }

    /// The built-in that `require` of a module is here.
    fn required_module(&self, call: &CallExpression<'a>) -> Option<GlobalId> {
        let Expression::Identifier(callee) = &call.callee else {
            return None;
        };
        let is_module = callee.name == "require" && matches!(call.arguments.as_slice(), [Argument::StringLiteral(_)]);
        match self.resolution.reference(callee) {
            Resolved::Global(global) if is_module => Some(global),
            Resolved::Global(_) | Resolved::Variable { .. } | Resolved::Undeclared => None,
        }
    }

    /// Evaluates what is called, and the object that the call has as `this`. The arguments come right behind them.
    pub(super) fn callee(&mut self, callee: &'a Expression<'a>, base: Reg, this: Reg) {
        let mark = self.mark();
        match callee.get_inner_expression() {
            Expression::StaticMemberExpression(member) => self.static_callee(member, base, this),
            Expression::ComputedMemberExpression(member) => self.computed_callee(member, base, this),
            Expression::PrivateFieldExpression(member) => self.private_callee(member, base, this),
            Expression::ChainExpression(chain) => self.chain_callee(chain, base, this),
            inner => {
                self.expression_into(inner, base);
                self.name_callee(callee);
                self.load_undefined(this, inner.span());
                return self.release(mark);
            }
        }
        self.name_callee(callee);
        self.release(mark);
    }

    /// Notes at the last operation, which gave the callee, how a message calls it.
    fn name_callee(&mut self, callee: &'a Expression<'a>) {
        let is_plain = match callee.get_inner_expression() {
            // An operation that waits shows where its result goes.
            Expression::Identifier(_) | Expression::AwaitExpression(_) | Expression::YieldExpression(_) => true,
            Expression::StaticMemberExpression(member) => {
                matches!(
                    member.object.get_inner_expression(),
                    Expression::Identifier(_) | Expression::ThisExpression(_)
                )
            }
            _ => false,
        };
        if !is_plain && let Some(before) = self.frame().next_pc().0.checked_sub(1) {
            self.name_access(Pc(before), &callee_text(callee));
        }
    }

    /// Notes at the operation that asks for an iterator how a message calls what is iterated over.
    pub(super) fn name_iterable(&mut self, pc: Pc, iterable: &'a Expression<'a>, place: IterablePlace) {
        if let Some(text) = iterable_text(iterable, place) {
            self.name_access(pc, &text);
        }
    }

    fn static_callee(&mut self, member: &'a StaticMemberExpression<'a>, base: Reg, this: Reg) {
        match self.super_static(member) {
            Some(row) => self.super_callee(row, base, this, member.span),
            None => {
                self.expression_into(&member.object, this);
                self.stop_chain_if(member.optional, this, member.span);
                self.get_property(base, this, member);
            }
        }
    }

    fn computed_callee(&mut self, member: &'a ComputedMemberExpression<'a>, base: Reg, this: Reg) {
        match self.super_computed(member) {
            Some(row) => self.super_callee(row, base, this, member.span),
            None => {
                self.expression_into(&member.object, this);
                self.stop_chain_if(member.optional, this, member.span);
                self.get_element(base, this, member);
            }
        }
    }

    /// `super.name(...)` calls with the current `this`, which is in the row already.
    fn super_callee(&mut self, row: Reg, base: Reg, this: Reg, span: Span) {
        self.copy(this, Reg(row.0 + 1), span);
        self.get_super(base, row, span);
    }

    fn private_callee(&mut self, member: &'a PrivateFieldExpression<'a>, base: Reg, this: Reg) {
        self.expression_into(&member.object, this);
        self.stop_chain_if(member.optional, this, member.span);
        self.get_private(base, this, member);
    }

    /// `(object?.name)(...)`: the parentheses end the chain, not the reference.
    fn chain_callee(&mut self, chain: &'a ChainExpression<'a>, base: Reg, this: Reg) {
        let stopped = self.new_label();
        let done = self.new_label();
        self.frame().chain_ends.push(stopped);
        match &chain.expression {
            ChainElement::StaticMemberExpression(member) => self.static_callee(member, base, this),
            ChainElement::ComputedMemberExpression(member) => self.computed_callee(member, base, this),
            ChainElement::PrivateFieldExpression(member) => self.private_callee(member, base, this),
            ChainElement::TSNonNullExpression(inner) => self.callee(&inner.expression, base, this),
            ChainElement::CallExpression(call) => {
                self.call(call, base, false);
                self.load_undefined(this, call.span);
            }
        }
        self.frame().chain_ends.pop();
        self.jump(done, chain.span);
        self.place_label(stopped);
        self.load_undefined(base, chain.span);
        self.load_undefined(this, chain.span);
        self.place_label(done);
    }

    pub(super) fn construct(&mut self, new: &'a NewExpression<'a>, dest: Reg) -> Option<Pc> {
        let mark = self.mark();
        let base = self.temporary();
        let this = self.temporary();
        self.expression_into(&new.callee, base);
        self.name_callee(&new.callee);
        self.load_undefined(this, new.span);
        let op = match self.arguments(&new.arguments, new.span) {
            Some(count) => Op::Construct { dest, base, count },
            None => Op::ConstructSpread { dest, base },
        };
        let pc = self.emit(op, new.span);
        self.release(mark);
        Some(pc)
    }

    /// Calls a function of the library with one argument.
    pub(super) fn call_library(&mut self, entry: LibraryEntry, argument: Reg, dest: Reg, span: Span) {
        let mark = self.mark();
        let base = self.temporary();
        self.copy(base, argument, span);
        match self.builder.library_function(entry) {
            Some(function) => {
                let count = 1;
                let op = Op::CallLibrary {
                    dest,
                    base,
                    function,
                    count,
                };
                self.emit(op, span);
            }
            None => self.error("internal", span, format!("the library lacks `{}`", entry.name()), None),
        }
        self.release(mark);
    }

    /// Evaluates arguments into the registers after `this`. `None` if there is a spread among them: then they are one
    /// array.
    pub(super) fn arguments(&mut self, arguments: &'a [Argument<'a>], span: Span) -> Option<u16> {
        if arguments.iter().any(Argument::is_spread) {
            let array = self.temporary();
            self.emit(Op::NewArray { dest: array }, span);
            for (index, argument) in arguments.iter().enumerate() {
                let is_only_spread = index + 1 == arguments.len()
                    && arguments.iter().filter(|argument| argument.is_spread()).count() == 1;
                let place = match is_only_spread {
                    true => IterablePlace::LastArgument,
                    false => IterablePlace::Argument,
                };
                match argument {
                    Argument::SpreadElement(spread) => {
                        self.append_spread(array, &spread.argument, place, spread.span);
                    }
                    _ => {
                        if let Some(expression) = argument.as_expression() {
                            self.append(array, expression);
                        }
                    }
                }
            }
            return None;
        }
        for argument in arguments {
            let register = self.temporary();
            if let Some(expression) = argument.as_expression() {
                self.expression_into(expression, register);
            }
        }
        Some(u16::try_from(arguments.len()).unwrap_or(u16::MAX))
    }
}
