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
            text.push_str("[#");
            text.push_str(member.field.name.as_str());
            text.push(']');
        }
        Expression::CallExpression(call) => write_call(call, text, depth),
        Expression::RegExpLiteral(literal) => text.push_str(&literal.regex.to_string()),
        Expression::AssignmentExpression(assignment) => write_target(&assignment.left, text, depth),
        Expression::UpdateExpression(update) => {
            text.push_str(if update.prefix { update.operator.as_str() } else { "" });
            text.push('(');
            write_simple_target(&update.argument, text, depth);
            text.push_str(if update.prefix { ")" } else { update.operator.as_str() });
            text.push_str(if update.prefix { "" } else { ")" });
        }
        Expression::SequenceExpression(sequence) => {
            text.push('(');
            for (index, expression) in sequence.expressions.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { " , " });
                write(expression, text, depth);
            }
            text.push(')');
        }
        Expression::ConditionalExpression(_) => text.push_str(&INTERMEDIATE.repeat(3)),
        // The parser of V8 makes one number of the sign and the digits.
        Expression::UnaryExpression(unary) if is_negative_number(unary) => {
            text.push('-');
            write(&unary.argument, text, depth);
        }
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
        Expression::ObjectExpression(object) => {
            text.push('{');
            object.properties.iter().for_each(|_| text.push_str(INTERMEDIATE));
            text.push('}');
        }
        Expression::ArrayExpression(array) => {
            text.push('[');
            for (index, element) in array.elements.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                match element.as_expression() {
                    Some(expression) => write(expression, text, depth),
                    None => text.push_str(INTERMEDIATE),
                }
            }
            text.push(']');
        }
        _ => text.push_str(INTERMEDIATE),
    }
}

/// What is iterated over: a call keeps its parentheses, by which the message tells that it is one; `...` stands before
/// what is spread into arguments. Empty is what V8 has no words for.
pub(super) fn iterable_text(expression: &Expression<'_>, place: IterablePlace) -> Option<String> {
    let inner = expression.get_inner_expression();
    let is_call = matches!(inner, Expression::CallExpression(_) | Expression::NewExpression(_));
    let plain = || match inner {
        Expression::Identifier(_) => None,
        Expression::NewExpression(new) => Some(format!("{}(...)", callee_text(&new.callee))),
        _ => Some(callee_text(inner)),
    };
    match place {
        IterablePlace::Loop => plain(),
        IterablePlace::LastArgument => Some(format!("...{}", callee_text(inner))),
        IterablePlace::Argument => Some(String::new()),
        IterablePlace::Declaration => match inner {
            Expression::CallExpression(call) if !matches!(call.callee, Expression::Identifier(_)) => {
                Some(String::new())
            }
            _ if inner.is_member_expression() || (is_call && !matches!(inner, Expression::CallExpression(_))) => {
                Some(String::new())
            }
            _ => plain(),
        },
    }
}

/// Where something is iterated over, by what V8 knows of it there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum IterablePlace {
    /// In the head of a loop or spread into an array.
    Loop,
    /// Spread into the last arguments of a call.
    LastArgument,
    /// Spread into other arguments.
    Argument,
    /// What an array pattern of a declaration takes apart.
    Declaration,
}

fn is_negative_number(unary: &UnaryExpression<'_>) -> bool {
    let is_number = matches!(unary.argument, Expression::NumericLiteral(_));
    unary.operator == UnaryOperator::UnaryNegation && is_number
}

fn write_target(target: &AssignmentTarget<'_>, text: &mut String, depth: usize) {
    match target.as_simple_assignment_target() {
        Some(simple) => write_simple_target(simple, text, depth),
        None => text.push_str(INTERMEDIATE),
    }
}

fn write_simple_target(target: &SimpleAssignmentTarget<'_>, text: &mut String, depth: usize) {
    match target {
        SimpleAssignmentTarget::AssignmentTargetIdentifier(identifier) => text.push_str(identifier.name.as_str()),
        SimpleAssignmentTarget::StaticMemberExpression(member) => write_static(member, text, depth),
        SimpleAssignmentTarget::ComputedMemberExpression(member) => write_computed(member, text, depth),
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
