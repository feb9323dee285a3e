//! A promise returned out of a `try` without `await`.
//!
//! Owns what that means: the function is over before the promise settles, so `catch` never sees its error and `finally`
//! comes too early. Where nothing says that the value is a promise, only a `finally` that gives a permit back counts.

use super::locks::{self, OperationKind};
use super::outline::*;
use super::{Finding, Lint};
use oxc_ast::ast::*;
use oxc_span::GetSpan;

pub(super) const NAME: &str = "return-in-try";

pub(super) fn check<'a>(cx: Lint<'a, '_>, findings: &mut Vec<Finding>) {
    for returned in &cx.evidence.outline.returns {
        let function = cx.evidence.outline.function(returned.function);
        if function.is_generator {
            continue;
        }
        let Expression::CallExpression(call) = returned.argument.get_inner_expression() else {
            continue;
        };
        let is_promise = cx.evidence.promised(returned.argument, returned.function).is_some();
        let released = returned
            .finalizer
            .and_then(|finalizer| released(cx, finalizer, returned.function));
        let what = cx.call_text(call);
        let message = match (&released, is_promise) {
            (Some(released), true) => {
                format!("`finally` runs before `{what}` is done: `{released}` gives the permit back too early")
            }
            (Some(released), false) if function.is_async && may_promise(cx, call, returned.function) => {
                format!("if `{what}` gives a promise, `finally` calls `{released}` before that is done")
            }
            (Some(_) | None, false) => continue,
            (None, true) if returned.has_handler => {
                format!("an error of `{what}` does not come to this `catch`: the function is over before it happens")
            }
            (None, true)
                if cx.evidence.promised(returned.argument, returned.function)
                    != Some(super::evidence::Promised::Settled) =>
            {
                format!("`finally` runs before `{what}` is done")
            }
            (None, true) => continue,
        };
        let help = if function.is_async {
            format!("write `return await {what}`")
        } else {
            format!("make the function async and write `return await {what}`")
        };
        findings.push(Finding {
            name: NAME,
            span: returned.argument.span(),
            message,
            help,
        });
    }
}

/// A parameter that is called: a function that the caller gives, which may well be async.
fn may_promise<'a>(cx: Lint<'a, '_>, call: &'a CallExpression<'a>, at: FunctionKey) -> bool {
    let Some(variable) = cx.evidence.variable(&call.callee) else {
        return false;
    };
    let mut function = Some(at);
    while let Some(key) = function {
        let outline = cx.evidence.outline.function(key);
        if outline.parameters.contains(&variable) {
            return true;
        }
        function = outline.parent;
    }
    false
}

/// What a `finally` gives back, as text.
fn released<'a>(cx: Lint<'a, '_>, finalizer: &'a BlockStatement<'a>, at: FunctionKey) -> Option<String> {
    finalizer.body.iter().find_map(|statement| {
        let Statement::ExpressionStatement(statement) = statement else {
            return None;
        };
        let Expression::CallExpression(call) = statement.expression.get_inner_expression() else {
            return None;
        };
        let operation = locks::operation(cx, call, at)?;
        (operation.kind == OperationKind::Release).then(|| cx.call_text(call))
    })
}
