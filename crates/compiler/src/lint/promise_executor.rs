//! The function that `new Promise` is given.
//!
//! Owns two mistakes: an async one, whose errors vanish instead of rejecting the promise, and one that takes `resolve` but
//! never uses it, so that the promise never settles.

use super::{Finding, Lint};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

pub(super) const ASYNC: &str = "async-executor";
pub(super) const NEVER_SETTLES: &str = "never-settles";

pub(super) fn check<'a>(cx: Lint<'a, '_>, findings: &mut Vec<Finding>) {
    for new in &cx.evidence.outline.promises {
        if cx.evidence.global(&new.callee).is_none() {
            continue;
        }
        let Some(executor) = new.arguments.first().and_then(Argument::as_expression) else {
            continue;
        };
        let Some(key) = cx.evidence.outline.made_by(executor) else {
            continue;
        };
        let function = cx.evidence.outline.function(key);
        let start = executor.get_inner_expression().span().start;
        if function.is_async {
            findings.push(Finding {
                name: ASYNC,
                span: Span::new(start, start + 5),
                message: "an error in this async function does not reject the promise: it is lost, and the promise \
                          never settles"
                    .to_owned(),
                help: "put the `async` function around it and leave `new Promise` out, or make this function plain \
                       and call `reject`"
                    .to_owned(),
            });
        }
        let is_unused = |index: usize| {
            let parameter = function.parameters.get(index);
            parameter.is_none_or(|variable| cx.evidence.outline.variables[variable.0].read_count == 0)
        };
        let Some(resolve) = function.parameters.first() else {
            continue;
        };
        // One named `_` is left out on purpose.
        let name = cx.evidence.resolution.variable(*resolve).name;
        if is_unused(0) && is_unused(1) && !(name.starts_with('_') && function.parameters.len() == 1) {
            findings.push(Finding {
                name: NEVER_SETTLES,
                span: new.span,
                message: format!("`{name}` is never called: whoever awaits this promise waits for ever"),
                help: format!("call `{name}()` when it is done, or pass it on: `setTimeout({name}, ms)`"),
            });
        }
    }
}
