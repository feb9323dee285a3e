//! `enum`.
//!
//! Owns the object that an `enum` is at run time: names to values, and numbers back to names.

use super::Lowerer;
use crate::resolve::{VariableId, enum_member_name, noted};
use bytecode::{BinaryOp, Op, Reg};
use oxc_ast::ast::*;
use oxc_span::Span;

impl<'a> Lowerer<'a, '_> {
    pub(super) fn enum_declaration(&mut self, it: &'a TSEnumDeclaration<'a>) {
        let Some(variable) = self.resolution.declared(&it.id).filter(|_| !it.declare) else {
            return;
        };
        self.mark_statement();
        let mark = self.mark();
        let object = self.temporary();
        let head = Span::new(it.span.start, it.id.span.end);
        // A second declaration of the same name adds to the first.
        let fresh = self.new_label();
        let done = self.new_label();
        self.load_hidden(variable, object, head);
        self.jump_if_undefined(object, fresh, head);
        self.jump(done, head);
        self.place_label(fresh);
        self.emit(Op::NewObject { dest: object }, head);
        self.initialize_variable(variable, object, head);
        self.place_label(done);
        let open = self.enter_scope(self.resolution.scope(&it.body.scope_id), head);
        let mut previous = None;
        for member in &it.body.members {
            previous = self.enum_member(member, object, previous);
        }
        self.leave_scope(open);
        self.release(mark);
    }

    /// Defines a member; the result is its register, from which the next one counts.
    fn enum_member(&mut self, member: &'a TSEnumMember<'a>, object: Reg, previous: Option<Reg>) -> Option<Reg> {
        let span = member.span;
        let name = enum_member_name(&member.id)?;
        let value = self.temporary();
        let is_text = match (&member.initializer, previous) {
            (Some(initializer), _) => {
                self.expression_into(initializer, value);
                matches!(
                    initializer.get_inner_expression(),
                    Expression::StringLiteral(_) | Expression::TemplateLiteral(_)
                )
            }
            (None, Some(previous)) => {
                let one = self.temporary();
                self.emit(Op::LoadInt { dest: one, value: 1 }, span);
                let op = Op::Binary {
                    operator: BinaryOp::Add,
                    dest: value,
                    left: previous,
                    right: one,
                };
                self.emit(op, span);
                false
            }
            (None, None) => {
                self.emit(Op::LoadInt { dest: value, value: 0 }, span);
                false
            }
        };
        let key = self.temporary();
        self.load_text(key, name, span);
        self.emit(Op::DefineElement { object, key, value }, span);
        if !is_text {
            let (key, value) = (value, key);
            self.emit(Op::DefineElement { object, key, value }, span);
        }
        if let Some(variable) = noted(&member.node_id) {
            self.initialize_variable(VariableId(variable), value, span);
        }
        Some(value)
    }
}
