//! What can stand on the left of an assignment.
//!
//! Owns the parts of a target, which are evaluated once, and how it is read and written. What is assigned, and when, is
//! decided elsewhere.

use super::Lowerer;
use super::expression::from_property;
use crate::resolve::{Resolved, VariableId};
use bytecode::{Atom, Op, Pc, Reg, UnaryOp};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

/// What an assignment writes to, with everything evaluated that comes before the value.
pub(super) enum Target<'a> {
    Variable {
        variable: VariableId,
        is_early: bool,
    },
    Property {
        object: Reg,
        name: Atom,
        at: Span,
        text: &'a str,
    },
    Element {
        object: Reg,
        key: Reg,
        text: &'a str,
    },
    /// `super.name`: the row from the register, whose last place is for the value.
    Super {
        base: Reg,
    },
    /// `object.#name`.
    Private {
        object: Reg,
        key: Reg,
        text: &'a str,
    },
    /// A name that nothing declares.
    Global {
        name: Atom,
    },
    Nothing,
}

impl<'a> Lowerer<'a, '_> {
    /// Evaluates the parts of a target; they are used before the text offset `until`.
    pub(super) fn prepare_target(&mut self, target: &'a SimpleAssignmentTarget<'a>, until: u32) -> Target<'a> {
        match target {
            SimpleAssignmentTarget::AssignmentTargetIdentifier(identifier) => self.identifier_target(identifier),
            SimpleAssignmentTarget::StaticMemberExpression(member) => self.property_target(member, until),
            SimpleAssignmentTarget::ComputedMemberExpression(member) => self.element_target(member, until),
            SimpleAssignmentTarget::PrivateFieldExpression(member) => self.private_target(member, until),
            SimpleAssignmentTarget::TSAsExpression(_)
            | SimpleAssignmentTarget::TSSatisfiesExpression(_)
            | SimpleAssignmentTarget::TSNonNullExpression(_)
            | SimpleAssignmentTarget::TSTypeAssertion(_) => {
                match target.get_expression().map(Expression::get_inner_expression) {
                    Some(Expression::Identifier(identifier)) => self.identifier_target(identifier),
                    Some(Expression::StaticMemberExpression(member)) => self.property_target(member, until),
                    Some(Expression::ComputedMemberExpression(member)) => self.element_target(member, until),
                    Some(Expression::PrivateFieldExpression(member)) => self.private_target(member, until),
                    Some(_) | None => Target::Nothing,
                }
            }
        }
    }

    fn identifier_target(&mut self, identifier: &'a IdentifierReference<'a>) -> Target<'a> {
        match self.resolution.reference(identifier) {
            Resolved::Variable { variable, is_early } => Target::Variable { variable, is_early },
            // Only an import can still be one of these here, and that is a constant.
            Resolved::Global(_) | Resolved::Undeclared => Target::Global {
                name: self.builder.atom(identifier.name.as_str()),
            },
        }
    }

    fn property_target(&mut self, member: &'a StaticMemberExpression<'a>, until: u32) -> Target<'a> {
        if let Some(base) = self.super_static(member) {
            return self.super_target(base);
        }
        let object = self.operand(&member.object, until);
        Target::Property {
            object,
            name: self.builder.atom(member.property.name.as_str()),
            at: from_property(member.span, member.property.span),
            text: self.source_text(member.span),
        }
    }

    fn element_target(&mut self, member: &'a ComputedMemberExpression<'a>, until: u32) -> Target<'a> {
        if let Some(base) = self.super_computed(member) {
            return self.super_target(base);
        }
        let object = self.operand(&member.object, until);
        let key = self.operand(&member.expression, until);
        Target::Element {
            object,
            key,
            text: self.source_text(member.span),
        }
    }

    /// The row of a `super` member is three registers long; the value comes after it.
    fn super_target(&mut self, base: Reg) -> Target<'a> {
        self.temporary();
        Target::Super { base }
    }

    fn private_target(&mut self, member: &'a PrivateFieldExpression<'a>, until: u32) -> Target<'a> {
        let object = self.operand(&member.object, until);
        Target::Private {
            object,
            key: self.private_key(&member.field),
            text: self.source_text(member.span),
        }
    }

    pub(super) fn read_target(&mut self, target: &Target<'a>, dest: Reg, span: Span) -> Option<Pc> {
        match *target {
            Target::Variable { variable, is_early } => self.load_variable(variable, is_early, dest, span),
            Target::Property { object, name, at, text } => {
                let pc = self.emit(Op::GetProperty { dest, object, name }, at);
                self.name_access(pc, text);
                Some(pc)
            }
            Target::Element { object, key, text } => {
                let pc = self.emit(Op::GetElement { dest, object, key }, span);
                self.name_access(pc, text);
                Some(pc)
            }
            Target::Super { base } => Some(self.get_super(dest, base, span)),
            Target::Private { object, key, text } => {
                let pc = self.emit(Op::GetPrivate { dest, object, key }, span);
                self.name_access(pc, text);
                Some(pc)
            }
            Target::Global { name } => {
                let is_typeof = false;
                self.emit(Op::LoadGlobalName { dest, name, is_typeof }, span);
                None
            }
            Target::Nothing => {
                self.load_undefined(dest, span);
                None
            }
        }
    }

    pub(super) fn write_target(&mut self, target: &Target<'a>, value: Reg, span: Span) -> Option<Pc> {
        match *target {
            Target::Variable { variable, is_early } => self.store_variable(variable, is_early, value, span),
            Target::Property { object, name, text, .. } => {
                let pc = self.emit(Op::SetProperty { object, name, value }, span);
                self.name_access(pc, text);
                Some(pc)
            }
            Target::Element { object, key, text } => {
                let pc = self.emit(Op::SetElement { object, key, value }, span);
                self.name_access(pc, text);
                Some(pc)
            }
            Target::Super { base } => {
                self.copy(Reg(base.0 + 3), value, span);
                let pc = self.emit(Op::SetSuper { base }, span);
                self.name_access(pc, self.positions.text(span));
                Some(pc)
            }
            Target::Private { object, key, text } => {
                let pc = self.emit(Op::SetPrivate { object, key, value }, span);
                self.name_access(pc, text);
                Some(pc)
            }
            Target::Global { name } => {
                self.emit(Op::StoreGlobalName { name, value }, span);
                None
            }
            Target::Nothing => None,
        }
    }

    /// The key of a target that is read and then written is converted only once.
    pub(super) fn convert_key_once(&mut self, target: &mut Target<'a>, member: &SimpleAssignmentTarget<'a>) {
        let (object, source) = match target {
            Target::Element { object, key, .. } => (Some(*object), *key),
            Target::Super { base } => (None, Reg(base.0 + 2)),
            Target::Variable { .. }
            | Target::Property { .. }
            | Target::Private { .. }
            | Target::Global { .. }
            | Target::Nothing => return,
        };
        let expression = match member.as_member_expression() {
            Some(MemberExpression::ComputedMemberExpression(member)) => &member.expression,
            Some(_) | None => return,
        };
        if expression.is_literal() {
            return;
        }
        let (dest, op) = match object {
            Some(object) => {
                let dest = self.temporary();
                let key = source;
                (dest, Op::ToElementKey { dest, object, key })
            }
            None => {
                let operator = UnaryOp::ToPropertyKey;
                let (dest, value) = (source, source);
                (dest, Op::Unary { operator, dest, value })
            }
        };
        self.emit(op, expression.span());
        if let Target::Element { key, .. } = target {
            *key = dest;
        }
    }

    /// Assigns to a name in a destructuring pattern.
    pub(super) fn assign_identifier(&mut self, identifier: &'a IdentifierReference<'a>, value: Reg) {
        let target = self.identifier_target(identifier);
        self.write_target(&target, value, identifier.span);
        if let Target::Variable { variable, .. } = target {
            self.frame().recorder.assign_unknown(variable);
        }
    }
}
