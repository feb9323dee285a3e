//! A promise where its value was meant.
//!
//! Owns conditions that are a promise (always true), sums and texts with a promise in them, properties of a promise that
//! it does not have, and `await` on an array, which waits for none of its elements.

use super::evidence::Promised;
use super::outline::*;
use super::{Finding, Lint};
use oxc_ast::ast::*;
use oxc_span::GetSpan;

pub(super) const NAME: &str = "promise-as-value";
pub(super) const ARRAY: &str = "await-array";

pub(super) fn check<'a>(cx: Lint<'a, '_>, findings: &mut Vec<Finding>) {
    for used in &cx.evidence.outline.used {
        match used.used {
            Use::Awaited => findings.extend(awaited_array(cx, used)),
            Use::Condition | Use::Operand | Use::Text | Use::Member(_) => findings.extend(value(cx, used)),
            Use::Dropped | Use::Other => {}
        }
    }
}

fn value<'a>(cx: Lint<'a, '_>, used: &Used<'a>) -> Option<Finding> {
    let (Promised::Call | Promised::BuiltIn(_) | Promised::Combinator(_)) =
        cx.evidence.promised(used.expression, used.function)?
    else {
        return None;
    };
    let what = match used.expression.get_inner_expression() {
        Expression::CallExpression(call) => cx.call_text(call),
        other => cx.text(other.span()),
    };
    let message = match used.used {
        Use::Condition => format!("`{what}` gives a promise, and a promise always counts as true"),
        Use::Operand => format!("`{what}` gives a promise here, not its value"),
        Use::Text => format!("`{what}` gives a promise: the text becomes `[object Promise]`"),
        Use::Member(name) if !belongs_to_promise(name) => {
            format!("`{what}` gives a promise, and a promise has no `{name}`")
        }
        Use::Member(_) | Use::Dropped | Use::Awaited | Use::Other => return None,
    };
    let help = match used.used {
        Use::Member(name) => format!("write `(await {what}).{name}`"),
        _ => format!("write `await {what}`"),
    };
    Some(Finding {
        name: NAME,
        span: used.expression.span(),
        message,
        help,
    })
}

fn belongs_to_promise(name: &str) -> bool {
    matches!(
        name,
        "then" | "catch" | "finally" | "constructor" | "toString" | "hasOwnProperty"
    )
}

/// `await [a(), b()]`.
fn awaited_array<'a>(cx: Lint<'a, '_>, used: &Used<'a>) -> Option<Finding> {
    let Expression::ArrayExpression(array) = used.expression.get_inner_expression() else {
        return None;
    };
    if array.elements.is_empty() {
        return None;
    }
    let text = cx.text(array.span);
    Some(Finding {
        name: ARRAY,
        span: array.span,
        message: "`await` on an array waits for none of the promises in it".to_owned(),
        help: format!("write `await Promise.all({text})`"),
    })
}
