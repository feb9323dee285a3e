//! Expressions other than assignments, calls and literals.
//!
//! Owns the order of evaluation: operands from left to right, each read before the next one is evaluated.

use super::Lowerer;
use super::class::NameSource;
use super::variable::Access;
use crate::resolve::Resolved;
use bytecode::{BinaryOp, GlobalId, Op, Pc, Reg, UnaryOp};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Lowerer<'a, '_> {
    /// Evaluates an expression for use before the text offset `until`: into a register of its own, or in place if it is
    /// a variable that nothing in between assigns.
    pub(super) fn operand(&mut self, expression: &'a Expression<'a>, until: u32) -> Reg {
        if let Expression::Identifier(identifier) = expression.get_inner_expression()
            && let Resolved::Variable { variable, is_early } = self.resolution.reference(identifier)
            && !is_early
            && let Access::Register(register) = self.access(variable)
        {
            let rest = Span::new(identifier.span.end, until.max(identifier.span.end));
            if !self.resolution.variable(variable).is_assigned_within(rest) {
                return register;
            }
        }
        let dest = self.temporary();
        self.expression_into(expression, dest);
        dest
    }

    /// Evaluates an expression for what it does.
    pub(super) fn effect(&mut self, expression: &'a Expression<'a>) {
        let mark = self.mark();
        match expression.get_inner_expression() {
            Expression::AssignmentExpression(assignment) => self.assignment(assignment, None),
            Expression::UpdateExpression(update) => self.update(update, None),
            _ => {
                let dest = self.temporary();
                self.expression_into(expression, dest);
            }
        }
        self.release(mark);
    }

    /// Evaluates an expression that gives its value a name: an anonymous function takes it, and what is made by `new`
    /// or a call is shown by `target`.
    pub(super) fn named_expression(&mut self, expression: &'a Expression<'a>, dest: Reg, name: &str, target: &str) {
        match expression.get_inner_expression() {
            Expression::ArrowFunctionExpression(arrow) => self.closure(Self::arrow_parts(arrow, name), dest),
            Expression::FunctionExpression(function) => self.function_expression(function, name, dest),
            Expression::ClassExpression(class) => self.class(class, NameSource::Text(name), dest),
            Expression::NewExpression(new) => {
                let pc = self.construct(new, dest);
                self.name_result(pc, target);
            }
            Expression::CallExpression(call) => {
                let pc = self.call(call, dest, false);
                self.name_result(pc, target);
            }
            Expression::ArrayExpression(array) => self.array_literal(array, dest, target),
            Expression::ObjectExpression(object) => self.object_literal(object, dest, target),
            _ => self.expression_into(expression, dest),
        }
    }

    /// The value of a part of a literal; what is made by `new` there is shown by `target`.
    pub(super) fn literal_part(&mut self, expression: &'a Expression<'a>, target: impl FnOnce() -> String) -> Reg {
        match expression.get_inner_expression() {
            Expression::NewExpression(_) | Expression::ArrayExpression(_) | Expression::ObjectExpression(_) => {
                let value = self.temporary();
                self.named_expression(expression, value, "", &target());
                value
            }
            _ => self.operand(expression, expression.span().end),
        }
    }

    fn name_result(&mut self, pc: Option<Pc>, target: &str) {
        if let Some(pc) = pc.filter(|_| !target.is_empty()) {
            self.name_access(pc, target);
        }
    }

    /// Evaluates an expression into `dest`, which may be written before everything has been read: it must not be the
    /// register of a variable that the expression can see.
    pub(super) fn expression_into(&mut self, expression: &'a Expression<'a>, dest: Reg) {
        let span = expression.span();
        match expression {
            Expression::BooleanLiteral(literal) => {
                let value = literal.value;
                self.emit(Op::LoadBool { dest, value }, span);
            }
            Expression::NullLiteral(_) => {
                self.emit(Op::LoadNull { dest }, span);
            }
            Expression::NumericLiteral(literal) => self.load_number(dest, literal.value, span),
            Expression::StringLiteral(literal) => {
                self.string_literal(literal.value.as_str(), literal.lone_surrogates, dest, span);
            }
            Expression::TemplateLiteral(template) => self.template(template, dest),
            Expression::Identifier(identifier) => self.identifier(identifier, dest),
            Expression::ThisExpression(it) => self.this_expression(it, dest),
            Expression::ClassExpression(class) => self.class(class, NameSource::Text(""), dest),
            Expression::YieldExpression(it) => self.yield_expression(it, dest),
            Expression::TaggedTemplateExpression(it) => {
                self.tagged_template(it, dest);
            }
            Expression::NewTarget(it) => self.new_target(it, dest),
            Expression::RegExpLiteral(it) => self.regexp_literal(it, dest),
            Expression::PrivateFieldExpression(member) => self.private_member(member, dest),
            Expression::PrivateInExpression(it) => self.private_in(it, dest),
            Expression::ArrayExpression(array) => self.array_literal(array, dest, ""),
            Expression::ObjectExpression(object) => self.object_literal(object, dest, ""),
            Expression::ArrowFunctionExpression(arrow) => self.closure(Self::arrow_parts(arrow, ""), dest),
            Expression::FunctionExpression(function) => self.function_expression(function, "", dest),
            Expression::AssignmentExpression(assignment) => self.assignment(assignment, Some(dest)),
            Expression::UpdateExpression(update) => self.update(update, Some(dest)),
            Expression::AwaitExpression(awaited) => self.await_expression(awaited, dest),
            Expression::BinaryExpression(binary) => self.binary(binary, dest),
            Expression::LogicalExpression(logical) => self.logical(logical, dest),
            Expression::ConditionalExpression(conditional) => self.conditional(conditional, dest),
            Expression::UnaryExpression(unary) => self.unary(unary, dest),
            Expression::SequenceExpression(sequence) => self.sequence(sequence, dest),
            Expression::CallExpression(call) => {
                self.call(call, dest, false);
            }
            Expression::NewExpression(new) => {
                self.construct(new, dest);
            }
            Expression::ChainExpression(chain) => self.chain(chain, dest, false),
            Expression::StaticMemberExpression(member) => self.static_member(member, dest),
            Expression::ComputedMemberExpression(member) => self.computed_member(member, dest),
            Expression::ParenthesizedExpression(inner) => self.expression_into(&inner.expression, dest),
            Expression::TSAsExpression(inner) => self.expression_into(&inner.expression, dest),
            Expression::TSSatisfiesExpression(inner) => self.expression_into(&inner.expression, dest),
            Expression::TSTypeAssertion(inner) => self.expression_into(&inner.expression, dest),
            Expression::TSNonNullExpression(inner) => self.expression_into(&inner.expression, dest),
            Expression::TSInstantiationExpression(inner) => self.expression_into(&inner.expression, dest),
            Expression::BigIntLiteral(_)
            | Expression::Super(_)
            | Expression::ImportExpression(_)
            | Expression::ImportMeta(_)
            | Expression::JSXElement(_)
            | Expression::JSXFragment(_)
            | Expression::V8IntrinsicExpression(_) => {
                self.unsupported_expression(expression);
                self.load_undefined(dest, span);
            }
        }
    }

    fn identifier(&mut self, identifier: &'a IdentifierReference<'a>, dest: Reg) {
        let span = identifier.span;
        match self.resolution.reference(identifier) {
            Resolved::Variable { variable, is_early } => {
                if let Some(pc) = self.load_variable(variable, is_early, dest, span) {
                    self.frame().recorder.read(span, pc);
                }
            }
            Resolved::Global(global) => self.global(global, dest, span),
            Resolved::Undeclared => self.undeclared(identifier, dest, false),
        }
    }

    /// A property of `globalThis`, if there is one.
    fn undeclared(&mut self, identifier: &'a IdentifierReference<'a>, dest: Reg, is_typeof: bool) {
        let name = self.builder.atom(identifier.name.as_str());
        self.emit(Op::LoadGlobalName { dest, name, is_typeof }, identifier.span);
    }

    fn global(&mut self, global: GlobalId, dest: Reg, span: Span) {
        match global.name() {
            "undefined" => self.load_undefined(dest, span),
            "NaN" => self.load_number(dest, f64::NAN, span),
            "Infinity" => self.load_number(dest, f64::INFINITY, span),
            _ => {
                self.emit(Op::LoadGlobal { dest, global }, span);
            }
        }
    }

    /// Sums of many terms are deep to the left; this goes along them in a loop.
    fn binary(&mut self, binary: &'a BinaryExpression<'a>, dest: Reg) {
        let mut terms = vec![binary];
        let mut leftmost = &binary.left;
        while let Expression::BinaryExpression(inner) = leftmost {
            terms.push(inner);
            leftmost = &inner.left;
        }
        let mark = self.mark();
        let mut left = self.operand(leftmost, terms.last().map_or(binary.span.end, |term| term.span.end));
        let partial = if terms.len() > 1 { Some(self.temporary()) } else { None };
        while let Some(term) = terms.pop() {
            let inner = self.mark();
            let right = self.operand(&term.right, term.span.end);
            let result = if terms.is_empty() {
                dest
            } else {
                partial.unwrap_or(dest)
            };
            let operator = binary_operator(term.operator);
            let op = Op::Binary {
                operator,
                dest: result,
                left,
                right,
            };
            self.emit(op, term.span);
            left = result;
            self.release(inner);
        }
        self.release(mark);
    }

    fn logical(&mut self, logical: &'a LogicalExpression<'a>, dest: Reg) {
        let end = self.new_label();
        let span = logical.span;
        self.expression_into(&logical.left, dest);
        match logical.operator {
            LogicalOperator::And => self.jump_if_false(dest, end, span),
            LogicalOperator::Or => self.jump_if_true(dest, end, span),
            LogicalOperator::Coalesce => {
                let right = self.new_label();
                self.jump_if_nullish(dest, right, span);
                self.jump(end, span);
                self.place_label(right);
            }
        }
        self.expression_into(&logical.right, dest);
        self.place_label(end);
    }

    fn conditional(&mut self, conditional: &'a ConditionalExpression<'a>, dest: Reg) {
        let otherwise = self.new_label();
        let end = self.new_label();
        self.jump_unless(&conditional.test, otherwise);
        self.expression_into(&conditional.consequent, dest);
        self.jump(end, conditional.consequent.span());
        self.place_label(otherwise);
        self.expression_into(&conditional.alternate, dest);
        self.place_label(end);
    }

    /// Goes to `label` when the condition is falsy.
    pub(super) fn jump_unless(&mut self, condition: &'a Expression<'a>, label: super::frame::Label) {
        let mark = self.mark();
        let span = condition.span();
        match condition.get_inner_expression() {
            Expression::UnaryExpression(unary) if unary.operator == UnaryOperator::LogicalNot => {
                let value = self.operand(&unary.argument, span.end);
                self.jump_if_true(value, label, span);
            }
            Expression::LogicalExpression(logical) if logical.operator == LogicalOperator::And => {
                self.jump_unless(&logical.left, label);
                self.jump_unless(&logical.right, label);
            }
            _ => {
                let value = self.operand(condition, span.end);
                self.jump_if_false(value, label, span);
            }
        }
        self.release(mark);
    }

    fn sequence(&mut self, sequence: &'a SequenceExpression<'a>, dest: Reg) {
        if let Some((last, before)) = sequence.expressions.split_last() {
            for expression in before {
                self.effect(expression);
            }
            self.expression_into(last, dest);
        }
    }

    fn unary(&mut self, unary: &'a UnaryExpression<'a>, dest: Reg) {
        let span = unary.span;
        let operator = match unary.operator {
            UnaryOperator::UnaryNegation => {
                if let Expression::NumericLiteral(literal) = &unary.argument {
                    return self.load_number(dest, -literal.value, span);
                }
                UnaryOp::Negate
            }
            UnaryOperator::UnaryPlus => UnaryOp::Plus,
            UnaryOperator::LogicalNot => UnaryOp::Not,
            UnaryOperator::BitwiseNot => UnaryOp::BitNot,
            UnaryOperator::Typeof => UnaryOp::TypeOf,
            UnaryOperator::Void => {
                self.effect(&unary.argument);
                return self.load_undefined(dest, span);
            }
            UnaryOperator::Delete => return self.delete(&unary.argument, dest, span),
        };
        let mark = self.mark();
        let value = match unary.argument.get_inner_expression() {
            Expression::Identifier(identifier)
                if operator == UnaryOp::TypeOf && self.resolution.reference(identifier) == Resolved::Undeclared =>
            {
                let value = self.temporary();
                self.undeclared(identifier, value, true);
                value
            }
            argument => self.operand(argument, span.end),
        };
        self.emit(Op::Unary { operator, dest, value }, span);
        self.release(mark);
    }
}

/// Where to point at for `object.name`: at the name if the object is on another line, for chains over several lines.
pub(super) fn from_property(whole: Span, property: Span) -> Span {
    Span::new(property.start, whole.end.max(property.end))
}

pub(super) fn binary_operator(operator: BinaryOperator) -> BinaryOp {
    match operator {
        BinaryOperator::Equality => BinaryOp::Equal,
        BinaryOperator::Inequality => BinaryOp::NotEqual,
        BinaryOperator::StrictEquality => BinaryOp::StrictEqual,
        BinaryOperator::StrictInequality => BinaryOp::StrictNotEqual,
        BinaryOperator::LessThan => BinaryOp::Less,
        BinaryOperator::LessEqualThan => BinaryOp::LessEqual,
        BinaryOperator::GreaterThan => BinaryOp::Greater,
        BinaryOperator::GreaterEqualThan => BinaryOp::GreaterEqual,
        BinaryOperator::Addition => BinaryOp::Add,
        BinaryOperator::Subtraction => BinaryOp::Sub,
        BinaryOperator::Multiplication => BinaryOp::Mul,
        BinaryOperator::Division => BinaryOp::Div,
        BinaryOperator::Remainder => BinaryOp::Rem,
        BinaryOperator::Exponential => BinaryOp::Exp,
        BinaryOperator::ShiftLeft => BinaryOp::ShiftLeft,
        BinaryOperator::ShiftRight => BinaryOp::ShiftRight,
        BinaryOperator::ShiftRightZeroFill => BinaryOp::ShiftRightUnsigned,
        BinaryOperator::BitwiseOR => BinaryOp::BitOr,
        BinaryOperator::BitwiseXOR => BinaryOp::BitXor,
        BinaryOperator::BitwiseAnd => BinaryOp::BitAnd,
        BinaryOperator::In => BinaryOp::In,
        BinaryOperator::Instanceof => BinaryOp::InstanceOf,
    }
}
