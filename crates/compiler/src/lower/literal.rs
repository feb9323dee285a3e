//! Literals: numbers, strings, templates, arrays, objects.
//!
//! Owns how their parts are put together. Functions in them are lowered elsewhere.

use super::{Lowerer, function::FunctionParts};
use crate::literal_text::{self, LiteralText};
use crate::overrides::OverrideValue;
use bytecode::{BinaryOp, FunctionKind, Op, Reg, UnaryOp};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

/// The name of a key that is an identifier or a string. Numbers, and strings that look like one, are array indices and
/// go the way of computed keys.
pub(super) fn static_key<'a>(key: &PropertyKey<'a>) -> Option<&'a str> {
    match key {
        PropertyKey::StaticIdentifier(identifier) => Some(identifier.name.as_str()),
        PropertyKey::StringLiteral(literal) if !literal.lone_surrogates => {
            let name = literal.value.as_str();
            (!name.starts_with(|first: char| first.is_ascii_digit())).then_some(name)
        }
        _ => None,
    }
}

impl<'a> Lowerer<'a, '_> {
    pub(super) fn string_literal(&mut self, value: &str, has_lone_surrogates: bool, dest: Reg, span: Span) {
        match literal_text::decode(value, has_lone_surrogates) {
            LiteralText::Text(text) => self.load_text(dest, text, span),
            LiteralText::Utf16(units) => self.load_utf16(dest, units, span),
        }
    }

    fn load_utf16(&mut self, dest: Reg, units: Vec<u16>, span: Span) {
        let constant = self.builder.utf16(units);
        self.emit(Op::LoadConst { dest, constant }, span);
    }

    pub(super) fn override_value(&mut self, value: OverrideValue, dest: Reg, span: Span) {
        match value {
            OverrideValue::Number(number) => self.load_number(dest, number, span),
            OverrideValue::Text(text) => self.load_text(dest, &text, span),
            OverrideValue::Utf16(units) => self.load_utf16(dest, units, span),
            OverrideValue::Bool(value) => {
                self.emit(Op::LoadBool { dest, value }, span);
            }
            OverrideValue::Null => {
                self.emit(Op::LoadNull { dest }, span);
            }
        }
    }

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

    pub(super) fn array_literal(&mut self, array: &'a ArrayExpression<'a>, dest: Reg) {
        self.emit(Op::NewArray { dest }, array.span);
        for element in &array.elements {
            match element {
                ArrayExpressionElement::SpreadElement(spread) => {
                    self.append_spread(dest, &spread.argument, spread.span)
                }
                ArrayExpressionElement::Elision(hole) => {
                    self.emit(Op::ArrayAppendHole { array: dest }, hole.span);
                }
                _ => {
                    if let Some(expression) = element.as_expression() {
                        self.append(dest, expression);
                    }
                }
            }
        }
    }

    pub(super) fn append(&mut self, array: Reg, expression: &'a Expression<'a>) {
        let mark = self.mark();
        let value = self.operand(expression, expression.span().end);
        self.emit(Op::ArrayAppend { array, value }, expression.span());
        self.release(mark);
    }

    /// `...argument` in an array or among arguments.
    pub(super) fn append_spread(&mut self, array: Reg, argument: &'a Expression<'a>, span: Span) {
        let mark = self.mark();
        let iterable = self.operand(argument, argument.span().end);
        let iterator = self.temporary();
        let value = self.temporary();
        let done = self.temporary();
        let next = self.new_label();
        let end = self.new_label();
        self.emit(
            Op::GetIterator {
                dest: iterator,
                iterable,
            },
            span,
        );
        self.place_label(next);
        let op = Op::IteratorNext {
            dest: value,
            iterator,
            done,
        };
        self.emit(op, span);
        self.jump_if_true(done, end, span);
        self.emit(Op::ArrayAppend { array, value }, span);
        self.jump(next, span);
        self.place_label(end);
        self.release(mark);
    }

    pub(super) fn object_literal(&mut self, object: &'a ObjectExpression<'a>, dest: Reg) {
        self.emit(Op::NewObject { dest }, object.span);
        for property in &object.properties {
            let mark = self.mark();
            match property {
                ObjectPropertyKind::ObjectProperty(property) => self.object_property(property, dest),
                ObjectPropertyKind::SpreadProperty(spread) => {
                    let source = self.operand(&spread.argument, spread.span.end);
                    let object = dest;
                    self.emit(Op::CopyProperties { object, source }, spread.span);
                }
            }
            self.release(mark);
        }
    }

    fn object_property(&mut self, property: &'a ObjectProperty<'a>, object: Reg) {
        if property.kind != PropertyKind::Init {
            self.unsupported_accessor(property.span);
            return;
        }
        let span = property.span;
        if !property.computed
            && let Some(name) = static_key(&property.key)
        {
            let value = self.property_value(property, name);
            let atom = self.builder.atom(name);
            let op = Op::DefineField {
                object,
                name: atom,
                value,
            };
            self.emit(op, span);
            return;
        }
        let key = self.temporary();
        match property.key.as_expression() {
            Some(expression) => self.expression_into(expression, key),
            None => {
                self.unsupported_private_name(span);
                return;
            }
        }
        if property.computed {
            let operator = UnaryOp::ToPropertyKey;
            let op = Op::Unary {
                operator,
                dest: key,
                value: key,
            };
            self.emit(op, property.key.span());
        }
        let value = self.property_value(property, "");
        self.emit(Op::DefineElement { object, key, value }, span);
    }

    fn property_value(&mut self, property: &'a ObjectProperty<'a>, name: &'a str) -> Reg {
        if property.method
            && let Expression::FunctionExpression(function) = &property.value
        {
            let dest = self.temporary();
            let parts: Option<FunctionParts<'a>> = self.function_parts(function, name, FunctionKind::Method);
            match parts {
                Some(parts) => self.closure(parts, dest),
                None => self.load_undefined(dest, property.span),
            }
            return dest;
        }
        if property.value.is_anonymous_function_definition() {
            let dest = self.temporary();
            self.named_expression(&property.value, dest, name, "");
            return dest;
        }
        self.operand(&property.value, property.span.end)
    }
}
