//! Shared state that is read before an `await` and written after it.
//!
//! Owns the two forms of it: a value that was computed from what was read before (`total += await f()`, or by way of a
//! variable), and a decision that was taken before (`if (free > 0) { await f(); free-- }`). Both are fine while one lock
//! is held all along, where nobody else writes, and where the place was read again, or claimed, before the `await`.

mod protected;
mod shared;

use super::locks::{self, OperationKind};
use super::outline::*;
use super::{Finding, Lint};
use crate::resolve::VariableId;
use oxc_ast::ast::*;
use oxc_span::Span;
use protected::{Calls, is_exclusive_by_name, waits_before_it_calls};
use shared::is_shared;
use std::collections::BTreeSet;

pub(super) const NAME: &str = "write-across-await";

/// Methods that write into what they are called on.
const WRITING: [&str; 7] = ["push", "set", "add", "shift", "pop", "unshift", "splice"];

pub(super) fn check<'a>(cx: Lint<'a, '_>, findings: &mut Vec<Finding>) {
    let mut calls = Calls::default();
    let mut candidates = Vec::new();
    let functions = |with_await: bool| {
        let functions = cx.evidence.outline.functions.iter().enumerate();
        functions.filter(move |(_, function)| function.has_await == with_await)
    };
    for (index, function) in functions(true) {
        let found = run(cx, function, FunctionKey(index), &mut calls);
        candidates.extend(found.into_iter().map(|found| (FunctionKey(index), found)));
    }
    if candidates.is_empty() {
        return;
    }
    // Where else are these functions called from, and is a lock held there?
    for (index, function) in functions(false) {
        run(cx, function, FunctionKey(index), &mut calls);
    }
    candidates.retain(|(at, found)| !calls.is_protected(cx, *at) && is_shared(cx, found, *at));
    let mut seen = BTreeSet::new();
    for (at, found) in candidates {
        if seen.insert((at, found.place)) {
            findings.push(finding(cx, &found));
        }
    }
}

fn run<'a>(cx: Lint<'a, '_>, function: &FunctionOutline<'a>, at: FunctionKey, calls: &mut Calls) -> Vec<Found<'a>> {
    let mut run = Run {
        cx,
        at,
        epochs: 0,
        calls,
        found: Vec::new(),
    };
    run.list(&function.steps, &mut State::default());
    run.found
}

/// A place as it was read: when, and under which lock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ReadAt<'a> {
    place: Place<'a>,
    time: u32,
    epoch: u32,
}

/// Each place once for each time.
type Reads<'a> = Vec<ReadAt<'a>>;

/// What is known where control stands.
#[derive(Clone, Default)]
struct State<'a> {
    /// How many times control was given away.
    time: u32,
    /// Which lock is held; 0 for none.
    epoch: u32,
    /// What the value of each variable of the function comes from.
    locals: Vec<(VariableId, Reads<'a>)>,
    /// What the conditions come from that led here, the innermost last.
    guards: Vec<Guard<'a>>,
    is_unreachable: bool,
}

#[derive(Clone, PartialEq, Eq)]
struct Guard<'a> {
    reads: Reads<'a>,
    is_loop: bool,
}

/// A write that may overwrite what others wrote.
struct Found<'a> {
    place: Place<'a>,
    span: Span,
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `x += await f()`.
    OneExpression,
    /// By way of a variable.
    Computed,
    /// By way of a condition.
    Decided,
}

struct Run<'a, 'l, 'r> {
    cx: Lint<'a, 'l>,
    at: FunctionKey,
    epochs: u32,
    calls: &'r mut Calls,
    found: Vec<Found<'a>>,
}

impl<'a> Run<'a, '_, '_> {
    fn list(&mut self, steps: &[Step<'a>], state: &mut State<'a>) {
        let guards = state.guards.len();
        let mut reads: Vec<(usize, ReadAt<'a>)> = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            if state.is_unreachable {
                break;
            }
            self.step(index, step, &mut reads, state);
        }
        state.guards.truncate(guards);
    }

    fn step(&mut self, index: usize, step: &Step<'a>, reads: &mut Vec<(usize, ReadAt<'a>)>, state: &mut State<'a>) {
        match step {
            Step::Read(place) => {
                if !self.is_own(*place) {
                    reads.push((index, state.read(*place)));
                }
                if let Some(sources) = state.local(*place) {
                    reads.extend(sources.iter().map(|&source| (index, source)));
                }
            }
            Step::Write { place, from, span, .. } => {
                let own: Vec<_> = reads
                    .iter()
                    .filter(|(at, _)| at >= from)
                    .map(|&(_, read)| read)
                    .collect();
                self.write(*place, &own, *span, state);
            }
            Step::Call { call, .. } => self.call(call, state),
            Step::Await(_) | Step::Yield => state.time += 1,
            Step::Exit(..) => state.is_unreachable = true,
            Step::Branch { from, then, otherwise } => {
                let condition = reads
                    .iter()
                    .filter(|(at, _)| at >= from)
                    .map(|&(_, read)| read)
                    .collect();
                self.branch(condition, then, otherwise, state);
            }
            Step::Switch(cases) => {
                let before = state.clone();
                for case in cases {
                    let mut inside = before.clone();
                    self.list(case, &mut inside);
                    // A `break` leaves the `switch` and not the function.
                    inside.is_unreachable = false;
                    state.join(inside);
                }
            }
            Step::Loop { test, body, kind, .. } => self.turns(test, body, *kind, state),
            Step::Try {
                block,
                handler,
                finalizer,
            } => {
                let before = state.clone();
                self.list(block, state);
                if let Some(handler) = handler {
                    let mut inside = before;
                    inside.join(state.clone());
                    inside.is_unreachable = false;
                    self.list(handler, &mut inside);
                    state.join(inside);
                }
                if let Some(finalizer) = finalizer {
                    let is_unreachable = std::mem::take(&mut state.is_unreachable);
                    self.list(finalizer, state);
                    state.is_unreachable |= is_unreachable;
                }
            }
            Step::Closure(_) | Step::Construct(_) => {}
        }
    }

    /// A variable that nobody else can see: of no interest but for what its value comes from.
    fn is_own(&self, place: Place<'a>) -> bool {
        match place.root {
            Root::Variable(variable) => {
                place.path.is_empty()
                    && self.at != FunctionKey(0)
                    && self.cx.evidence.outline.variables[variable.0].owner == Some(self.at)
            }
            Root::Instance(_) | Root::This(_) => false,
        }
    }

    fn branch(&mut self, condition: Reads<'a>, then: &[Step<'a>], otherwise: &[Step<'a>], state: &mut State<'a>) {
        let guard = Guard {
            reads: condition,
            is_loop: false,
        };
        let mut other = state.clone();
        state.guards.push(guard.clone());
        other.guards.push(guard.clone());
        self.list(then, state);
        self.list(otherwise, &mut other);
        let leaves = state.is_unreachable != other.is_unreachable;
        state.join(other);
        // `if (x) return;`: the condition decides all that follows.
        if !leaves {
            state.guards.pop();
        }
    }

    fn turns(&mut self, test: &[Step<'a>], body: &[Step<'a>], kind: LoopKind, state: &mut State<'a>) {
        let mut inside = state.clone();
        self.list(test, &mut inside);
        let reads = test.iter().filter_map(|step| match step {
            Step::Read(place) => Some(*place),
            _ => None,
        });
        let mut condition = Reads::new();
        for place in reads.filter(|place| !self.is_own(*place)) {
            condition.push(inside.read(place));
            condition.extend(inside.local(place).into_iter().flatten().copied());
        }
        if kind == LoopKind::EachAwaited {
            inside.time += 1;
        }
        inside.guards.push(Guard {
            reads: condition,
            is_loop: true,
        });
        self.list(body, &mut inside);
        inside.guards.pop();
        inside.is_unreachable = false;
        state.join(inside);
    }

    fn call(&mut self, call: &'a CallExpression<'a>, state: &mut State<'a>) {
        if let Some(function) = self.cx.evidence.called(&call.callee, self.at) {
            let counts = self.calls.counts.entry(function).or_default();
            counts.0 += 1;
            counts.1 += u32::from(state.epoch > 0);
        }
        if is_exclusive_by_name(call) || waits_before_it_calls(self.cx, call, self.at) {
            let given = call.arguments.iter().filter_map(Argument::as_expression);
            self.calls
                .bodies
                .extend(given.filter_map(|given| self.cx.evidence.called(given, self.at)));
        }
        if let Some(operation) = locks::operation(self.cx, call, self.at) {
            match operation.kind {
                OperationKind::Acquire => {
                    self.epochs += 1;
                    state.epoch = self.epochs;
                }
                OperationKind::Release => state.epoch = 0,
                OperationKind::Hold => {
                    let body = operation.body.and_then(|body| self.cx.evidence.called(body, self.at));
                    self.calls.bodies.extend(body);
                }
            }
            return;
        }
        if let Expression::StaticMemberExpression(member) = call.callee.get_inner_expression()
            && WRITING.contains(&member.property.name.as_str())
            && let Some(place) = locks::place(self.cx, &member.object, self.at)
        {
            self.decide(place, call.span, state, true);
        }
    }

    fn write(&mut self, place: Place<'a>, sources: &[ReadAt<'a>], span: Span, state: &mut State<'a>) {
        if let (Root::Variable(variable), true) = (place.root, self.is_own(place)) {
            state.set_local(variable, sources);
            return;
        }
        let stale = sources.iter().find(|read| read.place == place && state.is_stale(read));
        let is_read_again = sources.iter().any(|read| read.place == place && !state.is_stale(read));
        if stale.is_some() && !is_read_again {
            let here = self
                .cx
                .source
                .get(span.start as usize..span.end as usize)
                .unwrap_or_default();
            let is_one = here.contains("await");
            self.found.push(Found {
                place,
                span,
                form: if is_one { Form::OneExpression } else { Form::Computed },
            });
        } else {
            let has_sources = !sources.is_empty();
            self.decide(place, span, state, has_sources);
        }
        if let (Root::Variable(variable), "") = (place.root, place.path) {
            state.set_local(variable, sources);
        }
    }

    /// A write that some condition led to.
    fn decide(&mut self, place: Place<'a>, span: Span, state: &mut State<'a>, is_computed: bool) {
        for guard in state.guards.iter().rev() {
            let mut about = guard
                .reads
                .iter()
                .filter(|read| read.place.is_within(&place))
                .peekable();
            if about.peek().is_none() {
                continue;
            }
            // A loop that ends when a flag is set is meant to see it late.
            let is_flag = guard.is_loop && !is_computed;
            if !is_flag && about.all(|read| state.is_stale(read)) {
                self.found.push(Found {
                    place,
                    span,
                    form: Form::Decided,
                });
            }
            break;
        }
        // From here on this function knows what is in the place: it has put it there.
        for guard in &mut state.guards {
            guard.reads.retain(|read| !read.place.is_within(&place));
        }
    }
}

impl<'a> State<'a> {
    fn read(&self, place: Place<'a>) -> ReadAt<'a> {
        ReadAt {
            place,
            time: self.time,
            epoch: self.epoch,
        }
    }

    fn local(&self, place: Place<'a>) -> Option<&Reads<'a>> {
        match place.root {
            Root::Variable(variable) => self
                .locals
                .iter()
                .find(|(known, _)| *known == variable)
                .map(|(_, reads)| reads),
            Root::Instance(_) | Root::This(_) => None,
        }
    }

    fn set_local(&mut self, variable: VariableId, sources: &[ReadAt<'a>]) {
        match self.locals.iter_mut().find(|(known, _)| *known == variable) {
            Some((_, reads)) => sources.clone_into(reads),
            None if sources.is_empty() => {}
            None => self.locals.push((variable, sources.to_vec())),
        }
    }

    fn is_stale(&self, read: &ReadAt<'a>) -> bool {
        let is_same_hold = self.epoch > 0 && read.epoch == self.epoch;
        read.time < self.time && !is_same_hold
    }

    /// Two ways come together.
    fn join(&mut self, other: State<'a>) {
        if self.is_unreachable {
            *self = other;
            return;
        }
        if other.is_unreachable {
            return;
        }
        self.time = self.time.max(other.time);
        if self.epoch != other.epoch {
            self.epoch = 0;
        }
        for (variable, sources) in other.locals {
            match self.locals.iter_mut().find(|(known, _)| *known == variable) {
                Some((_, known)) => {
                    let new = sources
                        .into_iter()
                        .filter(|read| !known.contains(read))
                        .collect::<Vec<_>>();
                    known.extend(new);
                }
                None => self.locals.push((variable, sources)),
            }
        }
        // What one of the ways has claimed is claimed.
        for (guard, other) in self.guards.iter_mut().zip(other.guards) {
            guard.reads.retain(|read| other.reads.contains(read));
        }
    }
}

fn finding<'a>(cx: Lint<'a, '_>, found: &Found<'a>) -> Finding {
    let name = name(cx, found.place);
    let (message, help) = match found.form {
        Form::OneExpression => (
            format!("`{name}` is read before the `await` and written after it: what others write meanwhile is lost"),
            format!("await first, into a variable, and only then read and write `{name}`"),
        ),
        Form::Computed => (
            format!(
                "`{name}` is computed here from what it was before an `await`: what others wrote meanwhile is lost"
            ),
            format!("read `{name}` again after the `await`, or hold a lock from the read to the write"),
        ),
        Form::Decided => (
            format!("this was decided by `{name}` before an `await`, and it may have changed since"),
            format!("check `{name}` again after the `await`, write it before, or hold a lock around both"),
        ),
    };
    Finding {
        name: NAME,
        span: found.span,
        message,
        help,
    }
}

/// A place as the learner writes it.
fn name(cx: Lint<'_, '_>, place: Place<'_>) -> String {
    let root = match place.root {
        Root::Variable(variable) => cx.evidence.resolution.variable(variable).name,
        Root::Instance(_) | Root::This(_) => "this",
    };
    format!("{root}{}", place.path)
}
