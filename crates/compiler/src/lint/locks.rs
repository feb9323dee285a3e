//! What asks for a permit or a lock, and what gives it back.
//!
//! Owns the pairs of method names and what counts as one of them: a method of a built-in class, or of any object that
//! has the other half of the pair. Knows nothing of how long a permit is held.

use super::Lint;
use super::evidence::Kind;
use super::outline::*;
use oxc_ast::ast::*;

/// Two methods that belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Pair {
    pub(super) acquire: &'static str,
    pub(super) release: &'static str,
    /// What is held in between.
    pub(super) noun: &'static str,
}

const PAIRS: [Pair; 4] = [
    Pair {
        acquire: "acquire",
        release: "release",
        noun: "permit",
    },
    Pair {
        acquire: "lock",
        release: "unlock",
        noun: "lock",
    },
    Pair {
        acquire: "readLock",
        release: "readUnlock",
        noun: "lock",
    },
    Pair {
        acquire: "writeLock",
        release: "writeUnlock",
        noun: "lock",
    },
];

/// Methods that hold a permit or lock while their argument runs.
const HOLDING: [(&str, usize); 6] = [
    ("withPermit", 0),
    ("withLock", 1),
    ("runExclusive", 1),
    ("withRead", 2),
    ("withWrite", 3),
    ("withConnection", 0),
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum OperationKind {
    Acquire,
    Release,
    /// Holds it while a function runs.
    Hold,
}

/// One call on a lock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operation<'a> {
    pub(super) pair: Pair,
    pub(super) kind: OperationKind,
    /// The function that it is held for, if it is one that is known.
    pub(super) body: Option<&'a Expression<'a>>,
    /// The lock itself.
    pub(super) object: &'a Expression<'a>,
    /// Whether it is evidently a lock, rather than by the method's name alone.
    pub(super) is_known: bool,
}

/// Whether a method of this name may be an operation on a lock.
pub(super) fn is_operation(name: &str) -> bool {
    PAIRS.iter().any(|pair| pair.acquire == name || pair.release == name)
        || HOLDING.iter().any(|(known, _)| *known == name)
}

/// What a call does to a lock, if anything.
pub(super) fn operation<'a>(cx: Lint<'a, '_>, call: &'a CallExpression<'a>, at: FunctionKey) -> Option<Operation<'a>> {
    let Expression::StaticMemberExpression(member) = call.callee.get_inner_expression() else {
        return None;
    };
    let name = member.property.name.as_str();
    let (pair, kind, body) = match PAIRS.iter().find(|pair| pair.acquire == name || pair.release == name) {
        Some(pair) if pair.acquire == name => (*pair, OperationKind::Acquire, None),
        Some(pair) => (*pair, OperationKind::Release, None),
        None => {
            let &(_, pair) = HOLDING.iter().find(|(known, _)| *known == name)?;
            let body = call
                .arguments
                .iter()
                .filter_map(Argument::as_expression)
                .find(|argument| {
                    let made = cx.evidence.outline.made_by(argument);
                    made.is_some() || cx.evidence.called(argument, at).is_some()
                });
            (PAIRS[pair], OperationKind::Hold, body)
        }
    };
    let is_known = match cx.evidence.kind(&member.object, at) {
        Some(Kind::BuiltIn(class)) => class != "Channel",
        Some(Kind::Class(class)) => {
            let has = |name| cx.evidence.method(class, name).is_some();
            if !(has(pair.acquire) && has(pair.release)) {
                return None;
            }
            true
        }
        Some(Kind::Object(_)) | None => false,
    };
    Some(Operation {
        pair,
        kind,
        body,
        object: &member.object,
        is_known,
    })
}

/// The place of a lock: a constant, or a field of `this`.
pub(super) fn place<'a>(cx: Lint<'a, '_>, object: &'a Expression<'a>, at: FunctionKey) -> Option<Place<'a>> {
    match object.get_inner_expression() {
        Expression::Identifier(_) => cx.evidence.variable(object).map(Place::variable),
        Expression::ThisExpression(_) => Some(Place {
            root: cx.evidence.outline.function(at).this,
            path: "",
        }),
        Expression::StaticMemberExpression(member) => property(cx, &member.object, member.span, at),
        Expression::PrivateFieldExpression(member) => property(cx, &member.object, member.span, at),
        Expression::ComputedMemberExpression(member) => match member.expression.get_inner_expression() {
            Expression::Identifier(_) | Expression::NumericLiteral(_) => property(cx, &member.object, member.span, at),
            _ => None,
        },
        _ => None,
    }
}

fn property<'a>(
    cx: Lint<'a, '_>,
    object: &'a Expression<'a>,
    span: oxc_span::Span,
    at: FunctionKey,
) -> Option<Place<'a>> {
    let base = place(cx, object, at)?;
    let object_end = oxc_span::GetSpan::span(object).end - u32::try_from(base.path.len()).unwrap_or(0);
    let path = cx.source.get(object_end as usize..span.end as usize)?;
    Some(Place { path, ..base })
}

/// How many may hold a lock at once, if the text says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Width {
    /// It is a signal: it begins empty.
    Zero,
    One,
    Several,
    /// Whoever holds it may ask again.
    Reentrant,
    Unknown,
}

/// How many may hold the lock that an expression names.
pub(super) fn width<'a>(cx: Lint<'a, '_>, object: &'a Expression<'a>) -> Width {
    let Some(value) = declared_value(cx, object) else {
        return Width::Unknown;
    };
    let Expression::NewExpression(new) = value.get_inner_expression() else {
        return Width::Unknown;
    };
    if let Some(Expression::ObjectExpression(options)) = new.arguments.last().and_then(Argument::as_expression) {
        let text = cx.text(options.span);
        if text.contains("reentrant") {
            return Width::Reentrant;
        }
    }
    if new.callee.is_specific_id("Mutex") {
        return Width::One;
    }
    match new.arguments.first().and_then(Argument::as_expression) {
        Some(permits) => number(cx, permits).map_or(Width::Unknown, |permits| {
            if permits == 0.0 {
                Width::Zero
            } else if permits == 1.0 {
                Width::One
            } else {
                Width::Several
            }
        }),
        None => Width::Unknown,
    }
}

/// What a lock was made with: the value of its variable, or of its field.
fn declared_value<'a>(cx: Lint<'a, '_>, object: &'a Expression<'a>) -> Option<&'a Expression<'a>> {
    match object.get_inner_expression() {
        Expression::Identifier(_) => cx.evidence.outline.variables[cx.evidence.variable(object)?.0].value,
        Expression::StaticMemberExpression(member) => {
            if !matches!(member.object, Expression::ThisExpression(_)) {
                return None;
            }
            let name = member.property.name.as_str();
            let mut values = cx.evidence.outline.classes.iter().flat_map(|class| {
                let fields = class.class.body.body.iter().filter_map(move |element| match element {
                    ClassElement::PropertyDefinition(property)
                        if super::walk::plain_name(&property.key) == Some(name) =>
                    {
                        property.value.as_ref()
                    }
                    _ => None,
                });
                let assigned = class.assigned.iter().filter(move |(field, _)| *field == name);
                fields.chain(assigned.map(|(_, value)| *value))
            });
            values.next()
        }
        _ => None,
    }
}

fn number<'a>(cx: Lint<'a, '_>, expression: &'a Expression<'a>) -> Option<f64> {
    match expression.get_inner_expression() {
        Expression::NumericLiteral(literal) => Some(literal.value),
        Expression::Identifier(_) => {
            let variable = cx.evidence.variable(expression)?;
            let value = cx.evidence.outline.variables[variable.0].value?;
            let is_constant = cx.evidence.resolution.variable(variable).is_never_assigned();
            match value.get_inner_expression() {
                Expression::NumericLiteral(literal) if is_constant => Some(literal.value),
                _ => None,
            }
        }
        _ => None,
    }
}
