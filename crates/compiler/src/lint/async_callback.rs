//! An async function where nothing awaits what it returns.
//!
//! Owns the methods of arrays that take a plain function: `forEach` waits for nothing, `filter` takes every promise for
//! true, `map` gives promises. Whether the promises that `map` gives are awaited later is looked at only where it stands.

use super::outline::*;
use super::{Finding, Lint};
use oxc_ast::ast::*;

pub(super) const NAME: &str = "async-callback";

/// What a method does with what its function returns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Treatment {
    /// It drops it.
    Ignores,
    /// It takes it for true or false.
    Judges,
    /// It compares it.
    Compares,
    /// It keeps it.
    Collects,
    /// It hands it to the next call.
    Folds,
}

fn treatment(method: &str) -> Treatment {
    match method {
        "forEach" => Treatment::Ignores,
        "sort" | "toSorted" => Treatment::Compares,
        "map" | "flatMap" | "groupBy" => Treatment::Collects,
        "reduce" | "reduceRight" => Treatment::Folds,
        _ => Treatment::Judges,
    }
}

pub(super) fn check<'a>(cx: Lint<'a, '_>, findings: &mut Vec<Finding>) {
    for callback in &cx.evidence.outline.callbacks {
        let Some(argument) = callback.call.arguments.first().and_then(Argument::as_expression) else {
            continue;
        };
        let Some(function) = cx.evidence.called(argument, callback.function) else {
            continue;
        };
        if cx.evidence.gives_promise(function) {
            findings.extend(judge(cx, callback, function));
        }
    }
}

fn judge<'a>(cx: Lint<'a, '_>, callback: &Callback<'a>, function: FunctionKey) -> Option<Finding> {
    let method = callback.method;
    let called = match callback.call.callee.get_inner_expression() {
        Expression::StaticMemberExpression(member) => member,
        _ => return None,
    };
    // A class of the program's own may well await what its `map` is given.
    if cx.evidence.kind(&called.object, callback.function).is_some() {
        return None;
    }
    let list = cx.text(oxc_span::GetSpan::span(&called.object));
    let (message, help) = match treatment(method) {
        Treatment::Ignores => (
            "`forEach` does not wait for an async function: the code after it runs first, and errors are lost"
                .to_owned(),
            format!(
                "one after the other: `for (const x of {list}) {{ await ... }}`; all at once: `await Promise.all({list}.map(...))`"
            ),
        ),
        Treatment::Judges => (
            format!("`{method}` gets a promise from this async function, and a promise always counts as true"),
            format!("await first: `const flags = await Promise.all({list}.map(...))`, then `{method}` by the flags"),
        ),
        Treatment::Compares => (
            format!("`{method}` gets a promise from this async function and cannot compare with it"),
            "await what the order depends on first, then sort by it".to_owned(),
        ),
        Treatment::Collects => return collects(callback, &list),
        Treatment::Folds => {
            if awaits_accumulator(cx, function) {
                return None;
            }
            (
                format!(
                    "`{method}` hands the promise of this async function to the next call, which does not await it"
                ),
                "write a `for` loop with `await`, or collect the values with `await Promise.all(...)` first".to_owned(),
            )
        }
    };
    Some(Finding {
        name: NAME,
        span: called.property.span,
        message,
        help,
    })
}

/// `map` is right where its promises go on to somebody.
fn collects(callback: &Callback<'_>, list: &str) -> Option<Finding> {
    let method = callback.method;
    let message = match callback.used {
        Use::Awaited => {
            format!("`{method}` gives an array of promises, and `await` on an array waits for nothing")
        }
        Use::Dropped => format!("nobody waits for the promises that `{method}` gives here"),
        Use::Member(next) if next != "values" && next != "entries" && waits_not(next) => {
            format!("`{method}` gives promises here, and `{next}` gets them before they are done")
        }
        Use::Condition | Use::Operand | Use::Text => {
            format!("`{method}` gives an array of promises here, not of values")
        }
        Use::Member(_) | Use::Other => return None,
    };
    let span = match callback.call.callee.get_inner_expression() {
        Expression::StaticMemberExpression(member) => member.property.span,
        _ => callback.call.span,
    };
    Some(Finding {
        name: NAME,
        span,
        message,
        help: format!("write `await Promise.all({list}.{method}(...))`"),
    })
}

/// Methods of an array that look at the elements.
fn waits_not(method: &str) -> bool {
    matches!(
        method,
        "filter"
            | "join"
            | "reduce"
            | "some"
            | "every"
            | "find"
            | "findIndex"
            | "sort"
            | "toSorted"
            | "includes"
            | "indexOf"
            | "flat"
            | "toString"
    )
}

/// Whether a function awaits its first parameter.
fn awaits_accumulator<'a>(cx: Lint<'a, '_>, function: FunctionKey) -> bool {
    let outline = cx.evidence.outline.function(function);
    let Some(&first) = outline.parameters.first() else {
        return true;
    };
    // `acc.then(...)`, `await acc`, or handing it on: whatever is done with it, it is looked at as a promise.
    let is_used_as_promise = |steps: &[Step<'a>]| {
        steps.windows(2).any(|pair| match pair {
            [Step::Read(place), Step::Await(_)] => *place == Place::variable(first),
            _ => false,
        })
    };
    !outline.is_async || is_used_as_promise(&outline.steps)
}
