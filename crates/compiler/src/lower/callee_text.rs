//! What is called, in the words in which V8 tells that it cannot be called.
//!
//! Owns the text for messages like `user.load(...).then is not a function`. Says nothing of where it is used.

use oxc_ast::ast::*;

/// How far an expression is followed before the rest is left out.
const DEPTH_MAX: usize = 16;

/// The text of a callee: calls lose their arguments, and what has no short form is an intermediate value.
pub(super) fn callee_text(expression: &Expression<'_>) -> String {
    let mut text = String::new();
    write(expression, &mut text, DEPTH_MAX);
    text
}

fn write(expression: &Expression<'_>, text: &mut String, depth: usize) {
    let Some(depth) = depth.checked_sub(1) else {
        return text.push_str(INTERMEDIATE);
    };
    match expression.get_inner_expression() {
        Expression::Identifier(identifier) => text.push_str(identifier.name.as_str()),
        Expression::ThisExpression(_) => text.push_str("this"),
        Expression::NullLiteral(_) => text.push_str("null"),
        Expression::BooleanLiteral(literal) => text.push_str(if literal.value { "true" } else { "false" }),
        Expression::NumericLiteral(literal) => text.push_str(&literal.value.to_string()),
        Expression::StringLiteral(literal) => quoted(literal.value.as_str(), text),
        Expression::TemplateLiteral(template) => match template.single_quasi() {
            Some(content) => quoted(content.as_str(), text),
            None => text.push_str(INTERMEDIATE),
        },
        Expression::StaticMemberExpression(member) => write_static(member, text, depth),
        Expression::ComputedMemberExpression(member) => write_computed(member, text, depth),
        Expression::PrivateFieldExpression(member) => {
            write(&member.object, text, depth);
            text.push_str(".#");
            text.push_str(member.field.name.as_str());
        }
        Expression::CallExpression(call) => write_call(call, text, depth),
        Expression::UnaryExpression(unary) => {
            text.push('(');
            text.push_str(unary.operator.as_str());
            if unary.operator.is_keyword() {
                text.push(' ');
            }
            write(&unary.argument, text, depth);
            text.push(')');
        }
        Expression::BinaryExpression(binary) => {
            write_pair(&binary.left, binary.operator.as_str(), &binary.right, text, depth);
        }
        Expression::LogicalExpression(logical) => {
            write_pair(&logical.left, logical.operator.as_str(), &logical.right, text, depth);
        }
        Expression::ChainExpression(chain) => match &chain.expression {
            ChainElement::StaticMemberExpression(member) => write_static(member, text, depth),
            ChainElement::ComputedMemberExpression(member) => write_computed(member, text, depth),
            ChainElement::CallExpression(call) => write_call(call, text, depth),
            ChainElement::TSNonNullExpression(_) | ChainElement::PrivateFieldExpression(_) => {
                text.push_str(INTERMEDIATE);
            }
        },
        Expression::ObjectExpression(object) if object.properties.is_empty() => text.push_str("{}"),
        Expression::ArrayExpression(array) if array.elements.is_empty() => text.push_str("[]"),
        _ => text.push_str(INTERMEDIATE),
    }
}

/// What V8 says of everything that it does not spell out.
const INTERMEDIATE: &str = "(intermediate value)";

fn quoted(content: &str, text: &mut String) {
    text.push('"');
    text.push_str(content);
    text.push('"');
}

fn write_call(call: &CallExpression<'_>, text: &mut String, depth: usize) {
    write(&call.callee, text, depth);
    text.push_str("(...)");
}

fn write_pair(left: &Expression<'_>, operator: &str, right: &Expression<'_>, text: &mut String, depth: usize) {
    text.push('(');
    write(left, text, depth);
    text.push(' ');
    text.push_str(operator);
    text.push(' ');
    write(right, text, depth);
    text.push(')');
}

fn write_static(member: &StaticMemberExpression<'_>, text: &mut String, depth: usize) {
    write(&member.object, text, depth);
    text.push_str(if member.optional { "?." } else { "." });
    text.push_str(member.property.name.as_str());
}

fn write_computed(member: &ComputedMemberExpression<'_>, text: &mut String, depth: usize) {
    write(&member.object, text, depth);
    let name = match member.expression.get_inner_expression() {
        Expression::StringLiteral(literal) => Some(literal.value.as_str()),
        Expression::TemplateLiteral(template) => template.single_quasi().map(|content| content.as_str()),
        _ => None,
    };
    match name {
        Some(name) => {
            text.push_str(if member.optional { "?." } else { "." });
            text.push_str(name);
        }
        None => {
            text.push_str(if member.optional { "?.[" } else { "[" });
            write(&member.expression, text, depth);
            text.push(']');
        }
    }
}
