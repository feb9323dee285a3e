//! Calls and `new`.
//!
//! Owns the row of registers that a call takes: the callee, `this`, the arguments.

use super::Lowerer;
use super::expression::from_property;
use bytecode::{Op, Pc, Reg};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Lowerer<'a, '_> {
    /// A call; `is_awaited` if the result is awaited on the spot. The result is the call operation.
    pub(super) fn call(&mut self, call: &'a CallExpression<'a>, dest: Reg, is_awaited: bool) -> Option<Pc> {
        let mark = self.mark();
        let base = self.temporary();
        let this = self.temporary();
        let at = match call.callee.get_inner_expression() {
            Expression::StaticMemberExpression(member) => {
                self.expression_into(&member.object, this);
                self.stop_chain_if(member.optional, this, member.span);
                self.get_property(base, this, member);
                from_property(call.span, member.property.span)
            }
            Expression::ComputedMemberExpression(member) => {
                self.expression_into(&member.object, this);
                self.stop_chain_if(member.optional, this, member.span);
                self.get_element(base, this, member);
                call.span
            }
            Expression::Super(_) => {
                self.unsupported_expression(&call.callee);
                call.span
            }
            callee => {
                self.expression_into(callee, base);
                self.load_undefined(this, callee.span());
                call.span
            }
        };
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

    pub(super) fn construct(&mut self, new: &'a NewExpression<'a>, dest: Reg) -> Option<Pc> {
        let mark = self.mark();
        let base = self.temporary();
        let this = self.temporary();
        self.expression_into(&new.callee, base);
        self.load_undefined(this, new.span);
        let pc = match self.arguments(&new.arguments, new.span) {
            Some(count) => Some(self.emit(Op::Construct { dest, base, count }, new.span)),
            None => {
                let help = Some("pass the arguments one by one".to_owned());
                self.error(
                    "unsupported",
                    new.span,
                    "`...` among the arguments of `new` is not supported yet",
                    help,
                );
                self.load_undefined(dest, new.span);
                None
            }
        };
        self.release(mark);
        pc
    }

    /// Evaluates arguments into the registers after `this`. `None` if there is a spread among them: then they are one
    /// array.
    fn arguments(&mut self, arguments: &'a [Argument<'a>], span: Span) -> Option<u16> {
        if arguments.iter().any(Argument::is_spread) {
            let array = self.temporary();
            self.emit(Op::NewArray { dest: array }, span);
            for argument in arguments {
                match argument {
                    Argument::SpreadElement(spread) => self.append_spread(array, &spread.argument, spread.span),
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
