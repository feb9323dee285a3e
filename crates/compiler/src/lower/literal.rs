//! Literals: strings, arrays, regular expressions.
//!
//! Owns how their parts are put together. Objects, templates and functions have files of their own.

use super::Lowerer;
use super::callee_text::IterablePlace;
use crate::literal_text::{self, LiteralText};
use crate::overrides::OverrideValue;
use bytecode::{GlobalId, Op, Reg};
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

    /// An array literal that is given to `target`, if that is no empty text: so its elements can be named, as long as it is
    /// known which they are.
    pub(super) fn array_literal(&mut self, array: &'a ArrayExpression<'a>, dest: Reg, target: &str) {
        self.emit(Op::NewArray { dest }, array.span);
        let mut target = target;
        for (index, element) in array.elements.iter().enumerate() {
            match element {
                ArrayExpressionElement::SpreadElement(spread) => {
                    target = "";
                    self.append_spread(dest, &spread.argument, IterablePlace::Loop, spread.span)
                }
                ArrayExpressionElement::Elision(hole) => {
                    self.emit(Op::ArrayAppendHole { array: dest }, hole.span);
                }
                _ => {
                    if let Some(expression) = element.as_expression() {
                        let name = || match target {
                            "" => String::new(),
                            target => format!("{target}[{index}]"),
                        };
                        let mark = self.mark();
                        let value = self.literal_part(expression, name);
                        self.emit(Op::ArrayAppend { array: dest, value }, expression.span());
                        self.release(mark);
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
    pub(super) fn append_spread(&mut self, array: Reg, argument: &'a Expression<'a>, place: IterablePlace, span: Span) {
        let mark = self.mark();
        let iterable = self.operand(argument, argument.span().end);
        let iterator = self.temporary();
        let value = self.temporary();
        let done = self.temporary();
        let next = self.new_label();
        let end = self.new_label();
        let op = Op::GetIterator {
            dest: iterator,
            iterable,
        };
        let pc = self.emit(op, span);
        self.name_iterable(pc, argument, place);
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

    /// A regular expression is made anew by every evaluation (ECMA-262 section 13.2.7).
    pub(super) fn regexp_literal(&mut self, literal: &'a RegExpLiteral<'a>, dest: Reg) {
        let span = literal.span;
        let Some(global) = GlobalId::find("RegExp", true) else {
            return self.unsupported_regexp(span);
        };
        let mark = self.mark();
        let base = self.temporary();
        let this = self.temporary();
        let pattern = self.temporary();
        let flags = self.temporary();
        self.emit(Op::LoadGlobal { dest: base, global }, span);
        self.load_undefined(this, span);
        self.load_text(pattern, literal.regex.pattern.text.as_str(), span);
        self.load_text(flags, &literal.regex.flags.to_string(), span);
        let count = 2;
        self.emit(Op::Construct { dest, base, count }, span);
        self.release(mark);
    }
}
