//! Constants that a caller replaces by name.
//!
//! Owns the values and which of them were used. Where a constant stands in the program is the lowering's.

use crate::literal_text::{self, LiteralText};
use crate::{Diagnostic, Options, Severity, parse};
use bytecode::Span;
use oxc_allocator::Allocator;
use oxc_ast::ast::{Expression, UnaryOperator};

/// The value that replaces an initialiser.
#[derive(Clone, Debug)]
pub(crate) enum OverrideValue {
    Number(f64),
    Text(String),
    Utf16(Vec<u16>),
    Bool(bool),
    Null,
}

struct Override {
    name: String,
    value: OverrideValue,
    is_used: bool,
}

/// All overrides of a compilation.
#[derive(Default)]
pub(crate) struct Overrides {
    entries: Vec<Override>,
}

impl Overrides {
    /// Reads the values; later ones win over earlier ones of the same name.
    pub(crate) fn new(options: &Options, diagnostics: &mut Vec<Diagnostic>) -> Overrides {
        let mut overrides = Overrides::default();
        for (name, text) in &options.overrides {
            let Some(value) = parse_value(text) else {
                diagnostics.push(Diagnostic {
                    severity: Severity::Error,
                    span: Span::default(),
                    message: format!("`{text}` is not a value for the constant `{name}`"),
                    help: Some("write a number, a string, `true`, `false` or `null`".to_owned()),
                    code: "override-value",
                });
                continue;
            };
            overrides.entries.retain(|entry| entry.name != *name);
            overrides.entries.push(Override {
                name: name.clone(),
                value,
                is_used: false,
            });
        }
        overrides
    }

    /// The value for the top-level constant `name`, if there is one.
    pub(crate) fn take(&mut self, name: &str) -> Option<OverrideValue> {
        let entry = self.entries.iter_mut().find(|entry| entry.name == name)?;
        entry.is_used = true;
        Some(entry.value.clone())
    }

    /// Reports the names that no top-level constant has.
    pub(crate) fn report_unused(&self, diagnostics: &mut Vec<Diagnostic>) {
        for entry in self.entries.iter().filter(|entry| !entry.is_used) {
            let name = &entry.name;
            diagnostics.push(Diagnostic {
                severity: Severity::Error,
                span: Span::default(),
                message: format!("there is no constant `{name}` to set"),
                help: Some(format!("declare it at the top of the program: `const {name} = ...`")),
                code: "override-name",
            });
        }
    }
}

fn parse_value(text: &str) -> Option<OverrideValue> {
    let allocator = Allocator::default();
    let expression = parse::parse_literal(&allocator, allocator.alloc_str(text))?;
    match expression.without_parentheses() {
        Expression::NumericLiteral(literal) => Some(OverrideValue::Number(literal.value)),
        Expression::StringLiteral(literal) => Some(
            match literal_text::decode(literal.value.as_str(), literal.lone_surrogates) {
                LiteralText::Text(text) => OverrideValue::Text(text.to_owned()),
                LiteralText::Utf16(units) => OverrideValue::Utf16(units),
            },
        ),
        Expression::BooleanLiteral(literal) => Some(OverrideValue::Bool(literal.value)),
        Expression::NullLiteral(_) => Some(OverrideValue::Null),
        Expression::Identifier(name) if name.name == "Infinity" => Some(OverrideValue::Number(f64::INFINITY)),
        Expression::UnaryExpression(unary) if unary.operator == UnaryOperator::UnaryNegation => match &unary.argument {
            Expression::NumericLiteral(literal) => Some(OverrideValue::Number(-literal.value)),
            _ => None,
        },
        _ => None,
    }
}
