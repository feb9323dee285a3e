//! Members of objects: reading, testing, deleting, and optional chains.
//!
//! Owns `object.name`, `object[key]`, `object.#name` and where a chain stops short. Assigning to them is elsewhere, `super` too.

use super::Lowerer;
use super::expression::from_property;
use crate::resolve::{VariableId, noted};
use bytecode::{Op, Reg};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Lowerer<'a, '_> {
    pub(super) fn delete(&mut self, argument: &'a Expression<'a>, dest: Reg, span: Span) {
        let mark = self.mark();
        match argument.get_inner_expression() {
            Expression::StaticMemberExpression(member) => self.delete_static(member, dest, span),
            Expression::ComputedMemberExpression(member) => self.delete_computed(member, dest, span),
            Expression::ChainExpression(chain) => self.delete_chain(chain, dest, span),
            _ => {
                self.effect(argument);
                self.emit(Op::LoadBool { dest, value: true }, span);
            }
        }
        self.release(mark);
    }

    fn delete_static(&mut self, member: &'a StaticMemberExpression<'a>, dest: Reg, span: Span) {
        if self.super_static(member).is_some() {
            return self.delete_super(span);
        }
        let object = self.operand(&member.object, span.end);
        self.stop_chain_if(member.optional, object, member.span);
        let key = self.temporary();
        self.load_text(key, member.property.name.as_str(), member.property.span);
        let pc = self.emit(Op::DeleteElement { dest, object, key }, span);
        self.name_access(pc, self.positions.text(member.span));
    }

    fn delete_computed(&mut self, member: &'a ComputedMemberExpression<'a>, dest: Reg, span: Span) {
        if self.super_computed(member).is_some() {
            return self.delete_super(span);
        }
        let object = self.operand(&member.object, span.end);
        self.stop_chain_if(member.optional, object, member.span);
        let key = self.operand(&member.expression, span.end);
        let pc = self.emit(Op::DeleteElement { dest, object, key }, span);
        self.name_access(pc, self.positions.text(member.span));
    }

    /// `delete object?.name`: true where the chain stops short.
    fn delete_chain(&mut self, chain: &'a ChainExpression<'a>, dest: Reg, span: Span) {
        let stopped = self.new_label();
        let done = self.new_label();
        self.frame().chain_ends.push(stopped);
        match &chain.expression {
            ChainElement::StaticMemberExpression(member) => self.delete_static(member, dest, span),
            ChainElement::ComputedMemberExpression(member) => self.delete_computed(member, dest, span),
            ChainElement::CallExpression(call) => {
                self.call(call, dest, false);
                self.emit(Op::LoadBool { dest, value: true }, span);
            }
            ChainElement::TSNonNullExpression(inner) => self.delete(&inner.expression, dest, span),
            // The resolver has reported it.
            ChainElement::PrivateFieldExpression(_) => {}
        }
        self.frame().chain_ends.pop();
        self.jump(done, span);
        self.place_label(stopped);
        self.emit(Op::LoadBool { dest, value: true }, span);
        self.place_label(done);
    }

    pub(super) fn static_member(&mut self, member: &'a StaticMemberExpression<'a>, dest: Reg) {
        let mark = self.mark();
        if let Some(base) = self.super_static(member) {
            self.get_super(dest, base, member.span);
            return self.release(mark);
        }
        let object = self.operand(&member.object, member.object.span().end);
        self.stop_chain_if(member.optional, object, member.span);
        self.get_property(dest, object, member);
        self.release(mark);
    }

    /// `object.name`, of an object that is evaluated already.
    pub(super) fn get_property(&mut self, dest: Reg, object: Reg, member: &'a StaticMemberExpression<'a>) {
        let name = self.builder.atom(member.property.name.as_str());
        let at = from_property(member.span, member.property.span);
        let pc = self.emit(Op::GetProperty { dest, object, name }, at);
        self.name_access(pc, self.positions.text(member.span));
        self.frame().recorder.read(member.span, pc);
    }

    pub(super) fn computed_member(&mut self, member: &'a ComputedMemberExpression<'a>, dest: Reg) {
        let mark = self.mark();
        if let Some(base) = self.super_computed(member) {
            self.get_super(dest, base, member.span);
            return self.release(mark);
        }
        let object = self.operand(&member.object, member.span.end);
        self.stop_chain_if(member.optional, object, member.span);
        self.get_element(dest, object, member);
        self.release(mark);
    }

    /// `object[key]`, of an object that is evaluated already.
    pub(super) fn get_element(&mut self, dest: Reg, object: Reg, member: &'a ComputedMemberExpression<'a>) {
        let key = self.operand(&member.expression, member.span.end);
        let pc = self.emit(Op::GetElement { dest, object, key }, member.span);
        self.name_access(pc, self.positions.text(member.span));
        self.frame().recorder.read(member.span, pc);
    }

    pub(super) fn private_member(&mut self, member: &'a PrivateFieldExpression<'a>, dest: Reg) {
        let mark = self.mark();
        let object = self.operand(&member.object, member.object.span().end);
        self.stop_chain_if(member.optional, object, member.span);
        self.get_private(dest, object, member);
        self.release(mark);
    }

    /// `object.#name`, of an object that is evaluated already.
    pub(super) fn get_private(&mut self, dest: Reg, object: Reg, member: &'a PrivateFieldExpression<'a>) {
        let mark = self.mark();
        let key = self.private_key(&member.field);
        let at = from_property(member.span, member.field.span);
        let pc = self.emit(Op::GetPrivate { dest, object, key }, at);
        self.name_access(pc, self.positions.text(member.span));
        self.frame().recorder.read(member.span, pc);
        self.release(mark);
    }

    /// The register with a private name.
    pub(super) fn private_key(&mut self, identifier: &PrivateIdentifier<'a>) -> Reg {
        match noted(&identifier.node_id) {
            Some(variable) => self.hidden(VariableId(variable), identifier.span),
            // The resolver has reported it.
            None => self.temporary(),
        }
    }

    /// `#name in object`.
    pub(super) fn private_in(&mut self, it: &'a PrivateInExpression<'a>, dest: Reg) {
        let mark = self.mark();
        let object = self.operand(&it.right, it.span.end);
        let key = self.private_key(&it.left);
        let pc = self.emit(Op::HasPrivate { dest, object, key }, it.span);
        self.name_access(pc, self.positions.text(it.span));
        self.release(mark);
    }

    /// `?.` gives up the whole chain when `value` is `null` or `undefined`.
    pub(super) fn stop_chain_if(&mut self, is_optional: bool, value: Reg, span: Span) {
        if is_optional && let Some(&end) = self.frame().chain_ends.last() {
            self.jump_if_nullish(value, end, span);
        }
    }

    pub(super) fn chain(&mut self, chain: &'a ChainExpression<'a>, dest: Reg, is_awaited: bool) {
        let stopped = self.new_label();
        let done = self.new_label();
        self.frame().chain_ends.push(stopped);
        match &chain.expression {
            ChainElement::CallExpression(call) => {
                self.call(call, dest, is_awaited);
            }
            ChainElement::TSNonNullExpression(inner) => self.expression_into(&inner.expression, dest),
            ChainElement::StaticMemberExpression(member) => self.static_member(member, dest),
            ChainElement::ComputedMemberExpression(member) => self.computed_member(member, dest),
            ChainElement::PrivateFieldExpression(member) => self.private_member(member, dest),
        }
        self.frame().chain_ends.pop();
        self.jump(done, chain.span);
        self.place_label(stopped);
        self.load_undefined(dest, chain.span);
        self.place_label(done);
    }
}
