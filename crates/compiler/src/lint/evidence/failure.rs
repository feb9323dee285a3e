//! Whether a call evidently cannot fail.
//!
//! Owns the built-in functions that cannot, and the look into functions of the program. Everything unknown can.

use super::{DEPTH_MAX, Evidence, Kind};
use crate::lint::outline::*;
use oxc_ast::ast::*;

/// Built-in functions that cannot fail as they are used, or that end the run if they do.
const HARMLESS: [&str; 16] = [
    "setTimeout",
    "setInterval",
    "clearTimeout",
    "clearInterval",
    "setImmediate",
    "clearImmediate",
    "queueMicrotask",
    "yieldNow",
    "work",
    "assert",
    "critical",
    "progress",
    "String",
    "Number",
    "Boolean",
    "parseInt",
];

/// Methods that cannot fail on what usually has them.
const HARMLESS_METHODS: [&str; 24] = [
    "push", "pop", "shift", "unshift", "includes", "indexOf", "has", "get", "set", "add", "delete", "clear", "slice",
    "join", "toFixed", "padStart", "padEnd", "concat", "keys", "values", "now", "release", "unlock", "toString",
];

impl<'a> Evidence<'a, '_> {
    /// Whether a call evidently cannot throw, nor give a promise that is rejected.
    pub(in crate::lint) fn is_harmless(&self, call: &'a CallExpression<'a>, at: FunctionKey) -> bool {
        self.is_harmless_within(call, at, &mut Vec::new())
    }

    fn is_harmless_within(&self, call: &'a CallExpression<'a>, at: FunctionKey, open: &mut Vec<FunctionKey>) -> bool {
        if let Some(function) = self.called(&call.callee, at) {
            if open.contains(&function) {
                return true;
            }
            open.push(function);
            let is_harmless =
                open.len() <= DEPTH_MAX && self.are_harmless(&self.outline.function(function).steps, function, open);
            return is_harmless;
        }
        match call.callee.get_inner_expression() {
            Expression::Identifier(_) => match self.global(&call.callee) {
                Some("sleep") => call.arguments.len() < 2,
                Some(name) => HARMLESS.contains(&name),
                None => false,
            },
            Expression::StaticMemberExpression(member) => {
                let name = member.property.name.as_str();
                let is_harmless_object = self
                    .global(&member.object)
                    .is_some_and(|object| matches!(object, "console" | "Math" | "Date" | "performance" | "Promise"));
                (is_harmless_object && name != "reject")
                    || HARMLESS_METHODS.contains(&name)
                    || matches!(self.kind(&member.object, at), Some(Kind::BuiltIn(_)))
            }
            _ => false,
        }
    }

    fn are_harmless(&self, steps: &[Step<'a>], at: FunctionKey, open: &mut Vec<FunctionKey>) -> bool {
        steps.iter().all(|step| match step {
            Step::Call { call, .. } => self.is_harmless_within(call, at, open),
            Step::Construct(new) => self.is_harmless_construct(new),
            Step::Exit(kind, _) => *kind != ExitKind::Throw,
            Step::Branch { then, otherwise, .. } => {
                self.are_harmless(then, at, open) && self.are_harmless(otherwise, at, open)
            }
            Step::Switch(cases) => cases.iter().all(|case| self.are_harmless(case, at, open)),
            Step::Loop { test, body, .. } => self.are_harmless(test, at, open) && self.are_harmless(body, at, open),
            Step::Try {
                block,
                handler,
                finalizer,
            } => {
                let body = handler.as_ref().unwrap_or(block);
                self.are_harmless(body, at, open)
                    && finalizer
                        .as_ref()
                        .is_none_or(|steps| self.are_harmless(steps, at, open))
            }
            Step::Read(_) | Step::Write { .. } | Step::Closure(_) | Step::Await(_) | Step::Yield => true,
        })
    }

    /// `new Promise((resolve) => setTimeout(resolve, ms))` and the built-in containers.
    pub(in crate::lint) fn is_harmless_construct(&self, new: &'a NewExpression<'a>) -> bool {
        match self.global(&new.callee) {
            Some("Promise") => {
                let executor = new.arguments.first().and_then(Argument::as_expression);
                let executor = executor.and_then(|executor| self.outline.made_by(executor));
                executor.is_some_and(|executor| {
                    let function = self.outline.function(executor);
                    let may_reject = function.parameters.get(1).is_some();
                    !may_reject && self.are_harmless_here(&function.steps, executor)
                })
            }
            Some(name) => matches!(name, "Map" | "Set" | "Error" | "Date" | "WeakMap" | "Array" | "Object"),
            None => false,
        }
    }

    fn are_harmless_here(&self, steps: &[Step<'a>], at: FunctionKey) -> bool {
        steps.iter().all(|step| match step {
            Step::Call { call, .. } => {
                let resolves = self
                    .variable(&call.callee)
                    .is_some_and(|variable| self.outline.function(at).parameters.first() == Some(&variable));
                resolves || self.is_harmless(call, at)
            }
            Step::Read(_) | Step::Write { .. } | Step::Closure(_) => true,
            _ => false,
        })
    }
}
