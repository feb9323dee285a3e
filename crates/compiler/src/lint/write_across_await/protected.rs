//! Whether a lock is held all the time that a function runs.
//!
//! Owns who calls a function while a lock is held, and what holds one for a function that it is given. Looks at no reads
//! and writes.

use crate::lint::Lint;
use crate::lint::outline::*;
use crate::resolve::VariableId;
use oxc_ast::ast::*;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of who calls whom.
#[derive(Default)]
pub(super) struct Calls {
    /// How often each function is called, and how often of that while a lock is held.
    pub(super) counts: BTreeMap<FunctionKey, (u32, u32)>,
    /// Functions that a lock is held for.
    pub(super) bodies: BTreeSet<FunctionKey>,
}

impl Calls {
    pub(super) fn is_protected(&self, cx: Lint<'_, '_>, function: FunctionKey) -> bool {
        let is_helper = || {
            let &(all, held) = self.counts.get(&function)?;
            // Whoever passes the function on may call it any time.
            let mut names = cx.evidence.outline.variables.iter().enumerate();
            let named = names.find(|&(index, known)| {
                let variable = VariableId(index);
                known.read_count > 0 && cx.evidence.function_of(variable) == Some(function)
            });
            Some(all == held && named.is_none_or(|(_, known)| known.read_count == all))
        };
        let mut around = Some(function);
        while let Some(key) = around {
            if self.bodies.contains(&key) {
                return true;
            }
            let outline = cx.evidence.outline.function(key);
            around = outline.parent.filter(|_| outline.is_called_at_once);
        }
        is_helper().unwrap_or(false)
    }
}

/// A function of the program that waits for something before it calls what it is given: a lock, by any name.
pub(super) fn waits_before_it_calls<'a>(cx: Lint<'a, '_>, call: &'a CallExpression<'a>, at: FunctionKey) -> bool {
    let Some(function) = cx.evidence.called(&call.callee, at) else {
        return false;
    };
    let outline = cx.evidence.outline.function(function);
    let awaits = outline.steps.iter().position(|step| matches!(step, Step::Await(_)));
    outline.has_await && awaits.is_some_and(|first| calls_parameter(cx, &outline.steps[first..], &outline.parameters))
}

fn calls_parameter<'a>(cx: Lint<'a, '_>, steps: &[Step<'a>], parameters: &[VariableId]) -> bool {
    steps.iter().any(|step| match step {
        Step::Call { call, .. } => cx
            .evidence
            .variable(&call.callee)
            .is_some_and(|it| parameters.contains(&it)),
        step => step
            .parts()
            .into_iter()
            .any(|part| calls_parameter(cx, part, parameters)),
    })
}

/// A helper of the program's own whose name says that it runs one function at a time.
pub(super) fn is_exclusive_by_name(call: &CallExpression<'_>) -> bool {
    let name = match call.callee.get_inner_expression() {
        Expression::Identifier(identifier) => identifier.name.as_str(),
        Expression::StaticMemberExpression(member) => member.property.name.as_str(),
        _ => return false,
    };
    let name = name.to_lowercase();
    [
        "lock",
        "mutex",
        "exclusive",
        "permit",
        "serial",
        "synchronized",
        "critical",
    ]
    .iter()
    .any(|word| name.contains(word))
}
