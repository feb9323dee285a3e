//! Whether somebody else can come in between a read and a write.
//!
//! Owns who else may reach a place, and whether a function may be under way more than once. Looks at no order of steps.

use super::Found;
use crate::lint::Lint;
use crate::lint::outline::*;
use crate::resolve::VariableId;
use oxc_ast::ast::*;

/// Whether somebody else can come in between.
pub(super) fn is_shared<'a>(cx: Lint<'a, '_>, found: &Found<'a>, at: FunctionKey) -> bool {
    let variable = match found.place.root {
        Root::Instance(_) => return !found.place.path.is_empty(),
        Root::This(_) => return false,
        Root::Variable(variable) => variable,
    };
    let known = &cx.evidence.outline.variables[variable.0];
    if known.owner == Some(at) {
        let is_parameter = cx.evidence.outline.function(at).parameters.contains(&variable);
        let is_changed_elsewhere = known.is_written_outside(at);
        return match found.place.path {
            "" => is_changed_elsewhere,
            _ => (is_parameter || known.value.is_some_and(is_alias)) && at != FunctionKey(0),
        };
    }
    let writes_of_others = known.is_written_outside(at);
    writes_of_others || may_overlap(cx, at)
}

/// A name for something that exists already: `accounts.get(id)`, `accounts[id]`, `other`.
fn is_alias(value: &Expression<'_>) -> bool {
    match value.get_inner_expression() {
        Expression::Identifier(_) => true,
        Expression::CallExpression(call) => match call.callee.get_inner_expression() {
            Expression::StaticMemberExpression(member) => {
                matches!(member.property.name.as_str(), "get" | "find" | "at")
            }
            _ => false,
        },
        value => value.as_member_expression().is_some(),
    }
}

/// Whether a function may be under way more than once at a time.
fn may_overlap(cx: Lint<'_, '_>, at: FunctionKey) -> bool {
    if at == FunctionKey(0) {
        return false;
    }
    let outline = cx.evidence.outline;
    let function = outline.function(at);
    if function.is_called_at_once {
        return function.parent.is_some_and(|parent| may_overlap(cx, parent));
    }
    let main = &outline.function(FunctionKey(0)).steps;
    let mut variables = outline.variables.iter().enumerate();
    let named = variables
        .find(|&(index, known)| known.read_count == 1 && cx.evidence.function_of(VariableId(index)) == Some(at));
    let calls = |steps: &[Step<'_>]| {
        steps.iter().any(|step| match step {
            Step::Call { call, .. } => {
                cx.evidence.global(&call.callee).is_none()
                    && named.is_some_and(|(index, _)| calls_variable(cx, call, VariableId(index)))
            }
            _ => false,
        })
    };
    // Called once, by the main line, in no loop.
    let in_main = calls(main)
        || main
            .iter()
            .any(|step| matches!(step, Step::Try { block, .. } if calls(block)));
    !in_main
}

fn calls_variable(cx: Lint<'_, '_>, call: &CallExpression<'_>, variable: VariableId) -> bool {
    let Expression::Identifier(identifier) = call.callee.get_inner_expression() else {
        return false;
    };
    match cx.evidence.resolution.reference(identifier) {
        crate::resolve::Resolved::Variable { variable: called, .. } => called == variable,
        _ => false,
    }
}
