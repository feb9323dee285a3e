//! A promise that nobody awaits.
//!
//! Owns calls whose promise is dropped, or kept in a variable that is never read, and the special case of a permit that
//! is asked for but not waited for. What is started on purpose stays quiet: `void f()`, a function called where it
//! stands, `spawn`, and calls at the very end of the main line, after which nothing could count on them.

use super::evidence::Promised;
use super::outline::*;
use super::{Finding, Lint};
use oxc_ast::ast::*;
use oxc_span::GetSpan;

pub(super) const NAME: &str = "floating-promise";
pub(super) const UNUSED: &str = "unused-promise";
pub(super) const UNAWAITED_ACQUIRE: &str = "unawaited-acquire";

pub(super) fn check<'a>(cx: Lint<'a, '_>, findings: &mut Vec<Finding>) {
    for used in &cx.evidence.outline.used {
        if used.used == Use::Dropped {
            findings.extend(dropped(cx, used));
        }
    }
    for &(variable, value, function) in &cx.evidence.outline.declared {
        let known = &cx.evidence.outline.variables[variable.0];
        let info = cx.evidence.resolution.variable(variable);
        if known.read_count > 0 || !info.writes.is_empty() || is_kept(cx, value, function) {
            continue;
        }
        if let Some(Promised::Call | Promised::Combinator(_) | Promised::BuiltIn(_)) =
            cx.evidence.promised(value, function)
        {
            let name = info.name;
            let what = cx.text(callee_span(value));
            findings.push(Finding {
                name: UNUSED,
                span: value.span(),
                message: format!("`{name}` holds the promise of `{what}`, and nothing ever awaits it"),
                help: format!("write `await` before the call, or `await {name}` where its result is needed"),
            });
        }
    }
}

fn callee_span(value: &Expression<'_>) -> oxc_span::Span {
    match value.get_inner_expression() {
        Expression::CallExpression(call) => call.callee.span(),
        value => value.span(),
    }
}

fn dropped<'a>(cx: Lint<'a, '_>, used: &Used<'a>) -> Option<Finding> {
    let promised = cx.evidence.promised(used.expression, used.function)?;
    let span = used.expression.span();
    let is_at_end = used.is_top_level && span.start >= cx.evidence.outline.tail;
    match promised {
        Promised::Settled => None,
        Promised::New => makes_promise(cx, used.expression).then(|| Finding {
            name: NAME,
            span,
            message: "this promise is made and dropped: nothing waits for it".to_owned(),
            help: "write `await new Promise(...)`, or keep it in a variable and await that".to_owned(),
        }),
        Promised::BuiltIn(class) => built_in(cx, used, class),
        Promised::Combinator(name) => Some(Finding {
            name: NAME,
            span,
            message: format!("nobody waits for `Promise.{name}`: the code goes on at once, and an error in it is lost"),
            help: format!("write `await Promise.{name}(...)`"),
        }),
        Promised::Chain => {
            let Expression::CallExpression(call) = used.expression.get_inner_expression() else {
                return None;
            };
            let is_loose = used.function != FunctionKey(0) && !is_at_end;
            (is_loose && !is_handled(cx, call, used.function)).then(|| Finding {
                name: NAME,
                span,
                message: "if this promise is rejected, nobody handles the error".to_owned(),
                help: "add `.catch(...)` at the end, or `await` it in a `try`".to_owned(),
            })
        }
        Promised::Call => {
            let is_on_purpose = is_called_at_once(cx, used.expression) || is_kept(cx, used.expression, used.function);
            if is_at_end || is_on_purpose {
                return None;
            }
            if let Some(finding) = unawaited_acquire(cx, used) {
                return Some(finding);
            }
            Some(call(cx, used))
        }
    }
}

/// A call of an async function of the program, or of `sleep` and its like.
fn call<'a>(cx: Lint<'a, '_>, used: &Used<'a>) -> Finding {
    let what = match used.expression.get_inner_expression() {
        Expression::CallExpression(call) => cx.call_text(call),
        other => cx.text(other.span()),
    };
    let function = cx.evidence.outline.function(used.function);
    let can_await = function.is_async;
    let is_pause = matches!(what.split('(').next(), Some("sleep" | "yieldNow"));
    let message = if is_pause {
        format!("`{what}` is not awaited, so it does not pause: the code goes on at once")
    } else {
        format!("nobody waits for `{what}`: the code goes on before it is done, and an error in it is lost")
    };
    let help = if can_await {
        format!("write `await {what}`; if it is meant to go its own way, write `void {what}`")
    } else if function.name.is_empty() {
        format!("make the function around it async and write `await {what}`, or return the promise")
    } else {
        let name = function.name;
        format!("make `{name}` async and write `await {what}`, or return the promise")
    };
    Finding {
        name: NAME,
        span: used.expression.span(),
        message,
        help,
    }
}

fn built_in<'a>(cx: Lint<'a, '_>, used: &Used<'a>, class: &str) -> Option<Finding> {
    if let Some(finding) = unawaited_acquire(cx, used) {
        return Some(finding);
    }
    let Expression::CallExpression(call) = used.expression.get_inner_expression() else {
        return None;
    };
    let what = cx.call_text(call);
    let message = if class == "Channel" {
        format!("`{what}` is not awaited: the code goes on before the value has been handed over")
    } else {
        format!("nobody waits for `{what}`: the code goes on before it is done")
    };
    Some(Finding {
        name: NAME,
        span: used.expression.span(),
        message,
        help: format!("write `await {what}`"),
    })
}

/// `mutex.lock()` without `await` locks nothing in time.
fn unawaited_acquire<'a>(cx: Lint<'a, '_>, used: &Used<'a>) -> Option<Finding> {
    let Expression::CallExpression(call) = used.expression.get_inner_expression() else {
        return None;
    };
    let operation = super::locks::operation(cx, call, used.function)?;
    if operation.kind != super::locks::OperationKind::Acquire {
        return None;
    }
    let what = cx.call_text(call);
    let noun = operation.pair.noun;
    Some(Finding {
        name: UNAWAITED_ACQUIRE,
        span: call.span,
        message: format!("`{what}` only asks for the {noun}: without `await` the code goes on before it has it"),
        help: format!("write `await {what}`"),
    })
}

/// Whether a chain of `then` has something that handles its errors.
fn is_handled<'a>(cx: Lint<'a, '_>, call: &'a CallExpression<'a>, at: FunctionKey) -> bool {
    let Expression::StaticMemberExpression(member) = call.callee.get_inner_expression() else {
        return true;
    };
    let handles = match member.property.name.as_str() {
        "catch" => true,
        "then" => call.arguments.len() > 1,
        _ => false,
    };
    if handles {
        return true;
    }
    match member.object.get_inner_expression() {
        Expression::CallExpression(inner) => match cx.evidence.promised(&member.object, at) {
            // What is already fulfilled is not rejected.
            Some(Promised::Settled) => true,
            Some(Promised::Chain) => is_handled(cx, inner, at),
            _ => cx.evidence.is_harmless(inner, at),
        },
        Expression::Identifier(_) => {
            let variable = cx.evidence.variable(&member.object);
            let value = variable.and_then(|variable| cx.evidence.outline.variables[variable.0].value);
            value.is_some_and(|value| cx.evidence.promised(value, at) == Some(Promised::Settled))
        }
        _ => false,
    }
}

/// `new Promise(executor)`, as opposed to what only throws.
fn makes_promise<'a>(cx: Lint<'a, '_>, expression: &'a Expression<'a>) -> bool {
    let Expression::NewExpression(new) = expression.get_inner_expression() else {
        return false;
    };
    let executor = new.arguments.first().and_then(Argument::as_expression);
    executor.is_some_and(|executor| cx.evidence.outline.made_by(executor).is_some())
}

/// `scope.spawn(...)`: a plain function that puts the promise away before it gives it to the caller.
fn is_kept<'a>(cx: Lint<'a, '_>, expression: &'a Expression<'a>, at: FunctionKey) -> bool {
    let Expression::CallExpression(call) = expression.get_inner_expression() else {
        return false;
    };
    let Some(function) = cx.evidence.called(&call.callee, at) else {
        return false;
    };
    let outline = cx.evidence.outline.function(function);
    let keeps = |step: &Step<'a>| match step {
        Step::Call { call, .. } => match call.callee.get_inner_expression() {
            Expression::StaticMemberExpression(member) => {
                matches!(member.property.name.as_str(), "push" | "add" | "set")
            }
            _ => false,
        },
        _ => false,
    };
    !outline.is_async && outline.steps.iter().any(keeps)
}

fn is_called_at_once<'a>(cx: Lint<'a, '_>, expression: &'a Expression<'a>) -> bool {
    let Expression::CallExpression(call) = expression.get_inner_expression() else {
        return false;
    };
    let made = cx.evidence.outline.made_by(&call.callee);
    made.is_some_and(|function| cx.evidence.outline.function(function).is_called_at_once)
}
