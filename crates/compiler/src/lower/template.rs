//! Template strings, tagged or not.
//!
//! Owns the one object that every tagged template hands to its tag: they are all made before the program begins, which
//! nobody can tell from making each at its first evaluation (ECMA-262 section 13.2.8.4).

use super::Lowerer;
use crate::resolve::{TemplatePart, VariableId, noted};
use bytecode::{BinaryOp, GlobalId, Op, Pc, Reg, UnaryOp};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

impl<'a> Lowerer<'a, '_> {
    /// A template string is a sum of its parts, each as text (ECMA-262 section 13.2.8.6).
    pub(super) fn template(&mut self, template: &'a TemplateLiteral<'a>, dest: Reg) {
        let mark = self.mark();
        let sum = self.temporary();
        let mut has_sum = false;
        for (index, element) in template.quasis.iter().enumerate() {
            let text = element.value.cooked.as_ref().map_or("", |text| text.as_str());
            let is_needed = !text.is_empty() || (index == 0 && template.expressions.is_empty());
            if is_needed {
                let part = if has_sum { self.temporary() } else { sum };
                self.string_literal(text, element.lone_surrogates, part, element.span);
                self.add_part(&mut has_sum, sum, part, element.span);
            }
            if let Some(expression) = template.expressions.get(index) {
                let inner = self.mark();
                let value = self.operand(expression, expression.span().end);
                let part = if has_sum { self.temporary() } else { sum };
                let operator = UnaryOp::ToText;
                let op = Op::Unary {
                    operator,
                    dest: part,
                    value,
                };
                self.emit(op, expression.span());
                self.add_part(&mut has_sum, sum, part, expression.span());
                self.release(inner);
            }
        }
        self.copy(dest, sum, template.span);
        self.release(mark);
    }

    fn add_part(&mut self, has_sum: &mut bool, sum: Reg, part: Reg, span: Span) {
        if std::mem::replace(has_sum, true) {
            let operator = BinaryOp::Add;
            let op = Op::Binary {
                operator,
                dest: sum,
                left: sum,
                right: part,
            };
            self.emit(op, span);
        }
    }

    /// Makes the template objects of the whole program.
    pub(super) fn template_objects(&mut self, span: Span) {
        let resolution = self.resolution;
        for (variable, parts) in &resolution.templates {
            let mark = self.mark();
            let at = Span::new(span.start, span.start);
            let base = self.temporary();
            let this = self.temporary();
            let cooked = self.temporary();
            let raw = self.temporary();
            if let Some(global) = GlobalId::find("__templateObject", true) {
                self.emit(Op::LoadGlobal { dest: base, global }, at);
            }
            self.load_undefined(this, at);
            self.emit(Op::NewArray { dest: cooked }, at);
            self.emit(Op::NewArray { dest: raw }, at);
            for part in parts {
                let inner = self.mark();
                let value = self.temporary();
                match part.cooked {
                    Some(text) => self.string_literal(text, part.has_lone_surrogates, value, at),
                    None => self.load_undefined(value, at),
                }
                self.emit(Op::ArrayAppend { array: cooked, value }, at);
                self.load_text(value, &raw_text(part), at);
                self.emit(Op::ArrayAppend { array: raw, value }, at);
                self.release(inner);
            }
            let op = Op::Call {
                dest: base,
                base,
                count: 2,
            };
            self.emit(op, at);
            self.initialize_variable(*variable, base, at);
            self.release(mark);
        }
    }

    /// ``tag`...` ``: a call with the template object and the values.
    pub(super) fn tagged_template(&mut self, it: &'a TaggedTemplateExpression<'a>, dest: Reg) -> Option<Pc> {
        let mark = self.mark();
        let base = self.temporary();
        let this = self.temporary();
        self.callee(&it.tag, base, this);
        let object = self.temporary();
        match noted(&it.quasi.node_id) {
            Some(variable) => self.load_hidden(VariableId(variable), object, it.quasi.span),
            None => self.load_undefined(object, it.quasi.span),
        }
        for expression in &it.quasi.expressions {
            let register = self.temporary();
            self.expression_into(expression, register);
        }
        let count = u16::try_from(it.quasi.expressions.len() + 1).unwrap_or(u16::MAX);
        let pc = self.emit(Op::Call { dest, base, count }, it.span);
        self.release(mark);
        Some(pc)
    }
}

/// The text as it was written; line ends are normalised.
fn raw_text(part: &TemplatePart<'_>) -> String {
    part.raw.replace("\r\n", "\n").replace('\r', "\n")
}
