//! `await` in a loop over independent work.
//!
//! Owns what makes turns independent: the list is given, every awaited call is about the turn's own element, and nothing
//! flows from one turn to the next but what is collected. Whatever paces, retries, stops early or takes turns on purpose
//! is left alone.

use super::locks;
use super::outline::*;
use super::{Finding, Lint};
use crate::resolve::VariableId;
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const NAME: &str = "await-in-loop";

/// Methods that change their object in a way that the next turn may see.
const CHANGING: [&str; 10] = [
    "shift", "pop", "splice", "unshift", "delete", "clear", "next", "reverse", "sort", "fill",
];

/// Methods that collect.
const COLLECTING: [&str; 3] = ["push", "set", "add"];

/// How the names of functions begin that fetch something, each call for itself.
const FETCHING: [&str; 12] = [
    "fetch", "load", "get", "read", "download", "query", "find", "check", "validate", "request", "lookup", "crawl",
];

pub(super) fn check<'a>(cx: Lint<'a, '_>, findings: &mut Vec<Finding>) {
    for (index, function) in cx.evidence.outline.functions.iter().enumerate() {
        if function.has_await {
            let mut found = Vec::new();
            in_steps(cx, &function.steps, FunctionKey(index), &mut found);
            if !found.is_empty() && !runs_several_times(cx, FunctionKey(index)) {
                findings.append(&mut found);
            }
        }
    }
}

fn in_steps<'a>(cx: Lint<'a, '_>, steps: &[Step<'a>], at: FunctionKey, findings: &mut Vec<Finding>) {
    for step in steps {
        if let Step::Loop {
            kind: LoopKind::Each | LoopKind::Counted,
            variables,
            body,
            ..
        } = step
        {
            let mut turn = Turn::new(cx, at, variables);
            if turn.look(body)
                && let Some(span) = turn.judge()
            {
                findings.push(finding(span));
            }
        }
        for part in step.parts() {
            in_steps(cx, part, at, findings);
        }
    }
}

fn finding(span: Span) -> Finding {
    Finding {
        name: NAME,
        span: Span::new(span.start, span.start + 5),
        message: "every turn waits for the one before it, though nothing here depends on it".to_owned(),
        help: "if the order does not matter, start them all and wait once: `await Promise.all(list.map(async (x) => ...))`; \
               if there are many, limit how many run at a time"
            .to_owned(),
    }
}

/// What one turn of a loop does.
struct Turn<'a, 'l> {
    cx: Lint<'a, 'l>,
    at: FunctionKey,
    /// Variables that are new in every turn and whose value comes from its element.
    own: BTreeSet<VariableId>,
    /// Everything declared in the turn.
    declared: BTreeSet<VariableId>,
    reads: BTreeMap<Place<'a>, usize>,
    /// Places outside that are changed, with how many of their reads belong to the change itself.
    changed: BTreeMap<Place<'a>, usize>,
    first_await: Option<Span>,
}

impl<'a, 'l> Turn<'a, 'l> {
    fn new(cx: Lint<'a, 'l>, at: FunctionKey, variables: &[VariableId]) -> Turn<'a, 'l> {
        Turn {
            cx,
            at,
            own: variables.iter().copied().collect(),
            declared: variables.iter().copied().collect(),
            reads: BTreeMap::new(),
            changed: BTreeMap::new(),
            first_await: None,
        }
    }

    /// Whether all of it may be independent of the other turns.
    fn look(&mut self, steps: &[Step<'a>]) -> bool {
        (0..steps.len()).all(|index| self.step(steps, index))
    }

    fn step(&mut self, steps: &[Step<'a>], index: usize) -> bool {
        match &steps[index] {
            Step::Read(place) => {
                *self.reads.entry(*place).or_default() += 1;
                true
            }
            Step::Write {
                place,
                from,
                is_declaration,
                ..
            } => self.write(steps, index, *place, *from, *is_declaration),
            Step::Closure(_) | Step::Construct(_) => true,
            Step::Call { call, from, is_awaited } => self.call(call, &steps[*from..index], *is_awaited),
            Step::Await(span) => {
                let is_of_call = index
                    .checked_sub(1)
                    .is_some_and(|before| matches!(steps[before], Step::Call { is_awaited: true, .. }));
                self.first_await.get_or_insert(*span);
                is_of_call
            }
            Step::Exit(kind, _) => *kind == ExitKind::Continue,
            Step::Branch { then, otherwise, .. } => self.look(then) && self.look(otherwise),
            Step::Switch(cases) => cases.iter().all(|case| self.look(case)),
            Step::Loop { test, body, .. } => !has_await(test) && !has_await(body) && self.look(test) && self.look(body),
            Step::Try { .. } | Step::Yield => false,
        }
    }

    fn write(&mut self, steps: &[Step<'a>], index: usize, place: Place<'a>, from: usize, is_declaration: bool) -> bool {
        let value = &steps[from..index];
        let Root::Variable(variable) = place.root else {
            return self.change(value, place);
        };
        if is_declaration {
            self.declared.insert(variable);
            if self.mentions(value) {
                self.own.insert(variable);
            }
            return true;
        }
        self.declared.contains(&variable) || self.change(value, place)
    }

    /// Something outside is written: that is fine for a sum, and for an element that belongs to the turn.
    fn change(&mut self, value: &[Step<'a>], place: Place<'a>) -> bool {
        if place.path.contains('[') {
            return true;
        }
        let own_reads = value
            .iter()
            .filter(|step| matches!(step, Step::Read(read) if *read == place))
            .count();
        *self.changed.entry(place).or_default() += own_reads;
        own_reads > 0 && !value.iter().any(|step| matches!(step, Step::Await(_)))
    }

    /// Whether steps use something of the turn's own.
    fn mentions(&self, steps: &[Step<'a>]) -> bool {
        steps.iter().any(|step| match step {
            Step::Read(Place {
                root: Root::Variable(variable),
                ..
            }) => self.own.contains(variable),
            Step::Closure(function) => self.mentions(&self.cx.evidence.outline.function(*function).steps),
            step => step.parts().into_iter().any(|part| self.mentions(part)),
        })
    }

    fn call(&mut self, call: &'a CallExpression<'a>, operands: &[Step<'a>], is_awaited: bool) -> bool {
        if locks::operation(self.cx, call, self.at).is_some() {
            return false;
        }
        if let Expression::StaticMemberExpression(member) = call.callee.get_inner_expression() {
            let method = member.property.name.as_str();
            let place = locks::place(self.cx, &member.object, self.at);
            let is_outside = place.is_some_and(|place| match place.root {
                Root::Variable(variable) => !self.declared.contains(&variable),
                Root::Instance(_) | Root::This(_) => true,
            });
            if is_outside && CHANGING.contains(&method) {
                return false;
            }
            if let Some(place) = place.filter(|_| is_outside && COLLECTING.contains(&method)) {
                *self.changed.entry(place).or_default() += 1;
            }
        }
        !is_awaited || (self.mentions(operands) && is_work(self.cx, call, self.at, self))
    }

    /// Where to say it, if the turns are independent.
    fn judge(&self) -> Option<Span> {
        let flows = self.changed.iter().any(|(changed, own)| {
            let reads = self.reads.iter().filter(|(place, _)| place.is_within(changed));
            reads.map(|(_, count)| count).sum::<usize>() > *own
        });
        self.first_await.filter(|_| !flows)
    }
}

fn has_await(steps: &[Step<'_>]) -> bool {
    steps
        .iter()
        .any(|step| matches!(step, Step::Await(_)) || step.parts().into_iter().any(has_await))
}

/// Whether a function is one of several workers that run at once: each is sequential on purpose.
fn runs_several_times(cx: Lint<'_, '_>, at: FunctionKey) -> bool {
    let outline = cx.evidence.outline;
    let mut is_started = false;
    for (index, function) in outline.functions.iter().enumerate() {
        let is_main = index == 0;
        let returned = &function.returned;
        each_start(&function.steps, is_main, &mut |start, is_straight| {
            let is_this = match start {
                Start::Call(call) => {
                    cx.evidence.called(&call.callee, FunctionKey(index)) == Some(at)
                        && !(is_main && is_straight && returned.is_empty() && is_statement(cx, call))
                }
                Start::Argument(argument) => cx.evidence.called(argument, FunctionKey(index)) == Some(at),
            };
            is_started |= is_this;
        });
    }
    is_started
}

/// Something that makes a function run while the code goes on.
enum Start<'a> {
    Call(&'a CallExpression<'a>),
    /// The function is handed to something that calls it for every element, or as a task.
    Argument(&'a Expression<'a>),
}

fn each_start<'a>(steps: &[Step<'a>], is_straight: bool, visit: &mut impl FnMut(Start<'a>, bool)) {
    for step in steps {
        if let Step::Call { call, is_awaited, .. } = step {
            if !is_awaited {
                visit(Start::Call(call), is_straight);
            }
            let name = match call.callee.get_inner_expression() {
                Expression::Identifier(identifier) => identifier.name.as_str(),
                Expression::StaticMemberExpression(member) => member.property.name.as_str(),
                _ => "",
            };
            if matches!(name, "spawn" | "map" | "from" | "flatMap") {
                for argument in call.arguments.iter().filter_map(Argument::as_expression) {
                    visit(Start::Argument(argument), is_straight);
                }
            }
        }
        for part in step.parts() {
            each_start(part, false, visit);
        }
    }
}

/// A call that stands as a statement of its own, as `main()` does.
fn is_statement<'a>(cx: Lint<'a, '_>, call: &'a CallExpression<'a>) -> bool {
    let mut used = cx.evidence.outline.used.iter();
    used.any(|used| used.used == Use::Dropped && used.expression.get_inner_expression().span() == call.span)
}

/// Whether a call is work of its own, rather than a pause, or one of a sequence that somebody wants.
fn is_work<'a>(cx: Lint<'a, '_>, call: &'a CallExpression<'a>, at: FunctionKey, turn: &Turn<'a, '_>) -> bool {
    if let Some(function) = cx.evidence.called(&call.callee, at) {
        let outline = cx.evidence.outline.function(function);
        let waits = outline.has_await || !outline.is_async;
        return waits && !is_pause(cx, function) && leaves_nothing_behind(cx, &outline.steps, function, 4);
    }
    let name = match call.callee.get_inner_expression() {
        Expression::Identifier(identifier) => {
            let variable = cx.evidence.variable(&call.callee);
            if variable.is_some_and(|variable| turn.own.contains(&variable)) {
                return false;
            }
            identifier.name.as_str()
        }
        Expression::StaticMemberExpression(member) => {
            if cx.evidence.kind(&member.object, at).is_some() {
                return false;
            }
            member.property.name.as_str()
        }
        _ => return false,
    };
    FETCHING.iter().any(|prefix| name.starts_with(prefix))
}

/// `const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms))`.
fn is_pause(cx: Lint<'_, '_>, function: FunctionKey) -> bool {
    let outline = cx.evidence.outline.function(function);
    let is_named_so = ["sleep", "delay", "wait", "pause", "tick", "turn"]
        .iter()
        .any(|word| outline.name.to_lowercase().contains(word));
    is_named_so
        || (outline.returned.len() == 1 && passes_resolve_to_timer(cx, outline.returned[0]))
        || only_sleeps(cx, outline)
}

/// `async () => await sleep(1)`: it gives nothing and does nothing else.
fn only_sleeps<'a>(cx: Lint<'a, '_>, outline: &FunctionOutline<'a>) -> bool {
    let is_sleep = |call: &CallExpression<'a>| matches!(cx.evidence.global(&call.callee), Some("sleep" | "yieldNow"));
    let mut sleeps = 0;
    let only = outline.steps.iter().all(|step| match step {
        Step::Call { call, .. } => {
            sleeps += 1;
            is_sleep(call)
        }
        step => step.parts().is_empty(),
    });
    let gives_nothing = outline.returned.iter().all(|value| match value.get_inner_expression() {
        Expression::AwaitExpression(it) => matches!(&it.argument, Expression::CallExpression(call) if is_sleep(call)),
        Expression::CallExpression(call) => is_sleep(call),
        _ => false,
    });
    only && gives_nothing && sleeps > 0
}

fn passes_resolve_to_timer<'a>(cx: Lint<'a, '_>, returned: &'a Expression<'a>) -> bool {
    let Expression::NewExpression(new) = returned.get_inner_expression() else {
        return false;
    };
    let executor = new.arguments.first().and_then(Argument::as_expression);
    let Some(executor) = executor.and_then(|executor| cx.evidence.outline.made_by(executor)) else {
        return false;
    };
    let outline = cx.evidence.outline.function(executor);
    outline.steps.iter().any(|step| match step {
        Step::Call { call, .. } => {
            let first = call.arguments.first().and_then(Argument::as_expression);
            let passed = first.and_then(|first| cx.evidence.variable(first));
            cx.evidence.global(&call.callee) == Some("setTimeout") && passed == outline.parameters.first().copied()
        }
        _ => false,
    })
}

/// Whether a function changes nothing outside, counting and collecting aside, and takes no lock.
fn leaves_nothing_behind<'a>(cx: Lint<'a, '_>, steps: &[Step<'a>], at: FunctionKey, depth: usize) -> bool {
    steps.iter().enumerate().all(|(index, step)| match step {
        Step::Write {
            place,
            from,
            is_declaration,
            ..
        } => {
            let is_local = match place.root {
                Root::Variable(variable) => cx.evidence.outline.variables[variable.0].owner == Some(at),
                Root::Instance(_) | Root::This(_) => false,
            };
            let counts = steps[*from..index]
                .iter()
                .any(|step| matches!(step, Step::Read(read) if read == place));
            *is_declaration || (is_local && place.path.is_empty()) || counts || place.path.contains('[')
        }
        Step::Call { call, .. } => {
            if locks::operation(cx, call, at).is_some() {
                return false;
            }
            let changes = match call.callee.get_inner_expression() {
                Expression::StaticMemberExpression(member) => CHANGING.contains(&member.property.name.as_str()),
                _ => false,
            };
            let called = cx.evidence.called(&call.callee, at);
            !changes
                && called.is_none_or(|called| {
                    depth > 0
                        && leaves_nothing_behind(cx, &cx.evidence.outline.function(called).steps, called, depth - 1)
                })
        }
        step => step
            .parts()
            .into_iter()
            .all(|part| leaves_nothing_behind(cx, part, at, depth)),
    })
}
