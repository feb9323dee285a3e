//! Assignments, compound assignments, `++` and `--`.
//!
//! Owns when a target is read and written. Records what every write is computed from, for the lost-update
//! notes; what follows from that is decided elsewhere.

use super::Lowerer;
use super::callee_text::callee_text;
use super::expression::binary_operator;
use super::target::Target;
use super::variable::Access;
use crate::lost_update::Written;
use bytecode::{AccessNote, BinaryOp, Op, Pc, Reg, UnaryOp};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Lowerer<'a, '_> {
    pub(super) fn assignment(&mut self, assignment: &'a AssignmentExpression<'a>, dest: Option<Reg>) {
        let mark = self.mark();
        match assignment.left.as_simple_assignment_target() {
            None => {
                let value = self.operand(&assignment.right, assignment.span.end);
                if matches!(assignment.left, AssignmentTarget::ObjectAssignmentTarget(_)) {
                    self.frame().pattern_source = Some(callee_text(&assignment.right));
                }
                self.assign_pattern(&assignment.left, value);
                if let Some(dest) = dest {
                    self.copy(dest, value, assignment.span);
                }
            }
            Some(simple) => {
                let mut target = self.prepare_target(simple, assignment.span.end);
                if assignment.operator != AssignmentOperator::Assign {
                    self.convert_key_once(&mut target, simple);
                }
                if assignment.operator == AssignmentOperator::Assign {
                    self.plain_assignment(assignment, simple, &target, dest);
                } else if let Some(operator) = assignment.operator.to_logical_operator() {
                    self.logical_assignment(assignment, simple, &target, operator, dest);
                } else if let Some(operator) = assignment.operator.to_binary_operator() {
                    self.compound_assignment(assignment, simple, &target, binary_operator(operator), dest);
                }
            }
        }
        self.release(mark);
    }

    fn plain_assignment(
        &mut self,
        assignment: &'a AssignmentExpression<'a>,
        simple: &'a SimpleAssignmentTarget<'a>,
        target: &Target<'a>,
        dest: Option<Reg>,
    ) {
        let span = assignment.span;
        let name = assigned_name(assignment, simple);
        let text = self.source_text(simple.span());
        if let Some(register) = self.register_to_assign(target, &assignment.right) {
            self.named_expression(&assignment.right, register, name, text);
            self.record_assignment(simple, target, &assignment.right, None);
            if let Some(dest) = dest {
                self.copy(dest, register, span);
            }
            return;
        }
        let value = if has_result_name(&assignment.right) {
            let value = self.temporary();
            self.named_expression(&assignment.right, value, name, text);
            value
        } else {
            self.operand(&assignment.right, span.end)
        };
        let pc = self.write_target(target, value, span);
        self.record_assignment(simple, target, &assignment.right, pc);
        if let Some(dest) = dest {
            self.copy(dest, value, span);
        }
    }

    /// The register of the variable assigned to, if the value may be computed straight into it.
    fn register_to_assign(&mut self, target: &Target<'a>, value: &Expression<'a>) -> Option<Reg> {
        let Target::Variable {
            variable,
            is_early: false,
        } = *target
        else {
            return None;
        };
        if !self.resolution.variable(variable).kind.is_assignable() || !writes_result_last(value) {
            return None;
        }
        match self.access(variable) {
            Access::Register(register) => Some(register),
            Access::Cell(_) | Access::Capture(_) | Access::Missing => None,
        }
    }

    /// The register of a variable that is updated in place: nothing evaluated in `meanwhile` assigns to it.
    fn register_to_update(&mut self, target: &Target<'a>, meanwhile: Span) -> Option<Reg> {
        let Target::Variable {
            variable,
            is_early: false,
        } = *target
        else {
            return None;
        };
        let info = self.resolution.variable(variable);
        if !info.kind.is_assignable() || info.is_assigned_within(meanwhile) {
            return None;
        }
        match self.access(variable) {
            Access::Register(register) => Some(register),
            Access::Cell(_) | Access::Capture(_) | Access::Missing => None,
        }
    }

    fn record_assignment(
        &mut self,
        simple: &'a SimpleAssignmentTarget<'a>,
        target: &Target<'a>,
        value: &'a Expression<'a>,
        pc: Option<Pc>,
    ) {
        if let Target::Variable { variable, .. } = *target {
            self.frame().recorder.assign(variable, value);
        }
        if let Some(pc) = pc {
            let target = Written {
                target: simple,
                value,
                pc,
            };
            self.frame().recorder.write(target);
        }
    }

    /// A write whose value was computed from the read just before.
    fn note_own_read(&mut self, read: Option<Pc>, write: Option<Pc>) {
        if let (Some(read), Some(write)) = (read, write) {
            let notes = &mut self.frame().access_notes;
            notes.insert(read, AccessNote::Feeds);
            notes.insert(write, AccessNote::Derived);
        }
    }

    fn compound_assignment(
        &mut self,
        assignment: &'a AssignmentExpression<'a>,
        simple: &'a SimpleAssignmentTarget<'a>,
        target: &Target<'a>,
        operator: BinaryOp,
        dest: Option<Reg>,
    ) {
        let span = assignment.span;
        if let Some(register) = self.register_to_update(target, assignment.right.span()) {
            let right = self.operand(&assignment.right, span.end);
            let op = Op::Binary {
                operator,
                dest: register,
                left: register,
                right,
            };
            self.emit(op, span);
            if let Some(dest) = dest {
                self.copy(dest, register, span);
            }
            return;
        }
        let old = self.temporary();
        let read = self.read_target(target, old, simple.span());
        let right = self.operand(&assignment.right, span.end);
        let value = dest.unwrap_or(old);
        self.emit(
            Op::Binary {
                operator,
                dest: value,
                left: old,
                right,
            },
            span,
        );
        let write = self.write_target(target, value, span);
        self.note_own_read(read, write);
    }

    /// `a ||= b` writes only if it has to, and what it writes comes from `b`.
    fn logical_assignment(
        &mut self,
        assignment: &'a AssignmentExpression<'a>,
        simple: &'a SimpleAssignmentTarget<'a>,
        target: &Target<'a>,
        operator: LogicalOperator,
        dest: Option<Reg>,
    ) {
        let span = assignment.span;
        let end = self.new_label();
        let value = self.temporary();
        self.read_target(target, value, simple.span());
        match operator {
            LogicalOperator::And => self.jump_if_false(value, end, span),
            LogicalOperator::Or => self.jump_if_true(value, end, span),
            LogicalOperator::Coalesce => {
                let write = self.new_label();
                self.jump_if_nullish(value, write, span);
                self.jump(end, span);
                self.place_label(write);
            }
        }
        let name = assigned_name(assignment, simple);
        let text = self.source_text(simple.span());
        self.named_expression(&assignment.right, value, name, text);
        let pc = self.write_target(target, value, span);
        self.record_assignment(simple, target, &assignment.right, pc);
        self.place_label(end);
        if let Some(dest) = dest {
            self.copy(dest, value, span);
        }
    }

    /// `++` and `--`. Adding one is subtracting minus one, because subtraction is always of numbers.
    pub(super) fn update(&mut self, update: &'a UpdateExpression<'a>, dest: Option<Reg>) {
        let span = update.span;
        let mark = self.mark();
        let mut target = self.prepare_target(&update.argument, span.end);
        self.convert_key_once(&mut target, &update.argument);
        let own = self.register_to_update(&target, Span::new(span.end, span.end));
        let old = match own {
            Some(register) => register,
            None => self.temporary(),
        };
        let read = match own {
            Some(_) => None,
            None => self.read_target(&target, old, update.argument.span()),
        };
        if let Some(dest) = dest.filter(|_| !update.prefix) {
            let operator = UnaryOp::ToNumeric;
            let op = Op::Unary {
                operator,
                dest,
                value: old,
            };
            self.emit(op, span);
        }
        let step = self.temporary();
        let value = match update.operator {
            UpdateOperator::Increment => -1,
            UpdateOperator::Decrement => 1,
        };
        self.emit(Op::LoadInt { dest: step, value }, span);
        let result = own.unwrap_or(step);
        let op = Op::Binary {
            operator: BinaryOp::Sub,
            dest: result,
            left: old,
            right: step,
        };
        self.emit(op, span);
        if own.is_none() {
            let write = self.write_target(&target, result, span);
            self.note_own_read(read, write);
        }
        if let Some(dest) = dest.filter(|_| update.prefix) {
            self.copy(dest, result, span);
        }
        self.release(mark);
    }
}

/// The name that an anonymous function takes: that of a variable which is not in parentheses.
fn assigned_name<'a>(assignment: &AssignmentExpression<'a>, target: &SimpleAssignmentTarget<'a>) -> &'a str {
    match target {
        SimpleAssignmentTarget::AssignmentTargetIdentifier(identifier)
            if identifier.span.start == assignment.span.start =>
        {
            identifier.name.as_str()
        }
        _ => "",
    }
}

/// Whether a value takes the name of what it is assigned to.
fn has_result_name(value: &Expression<'_>) -> bool {
    matches!(
        value.get_inner_expression(),
        Expression::ArrowFunctionExpression(_)
            | Expression::FunctionExpression(_)
            | Expression::ClassExpression(_)
            | Expression::NewExpression(_)
            | Expression::CallExpression(_)
    )
}

/// Whether an expression writes its result only after it has read everything.
fn writes_result_last(value: &Expression<'_>) -> bool {
    matches!(
        value.get_inner_expression(),
        Expression::BooleanLiteral(_)
            | Expression::NullLiteral(_)
            | Expression::NumericLiteral(_)
            | Expression::StringLiteral(_)
            | Expression::TemplateLiteral(_)
            | Expression::BinaryExpression(_)
            | Expression::AwaitExpression(_)
            | Expression::CallExpression(_)
            | Expression::NewExpression(_)
            | Expression::ArrowFunctionExpression(_)
            | Expression::StaticMemberExpression(_)
            | Expression::ComputedMemberExpression(_)
    )
}
