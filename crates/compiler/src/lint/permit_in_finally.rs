//! A permit that is lost when something fails.
//!
//! Owns the way from an `acquire` to its `release` through one function: a call that may fail, or a `return`, on that way
//! is a finding unless a `finally` gives the permit back. A permit that another function gives back is none of its
//! business. Functions that evidently cannot fail are no risk.

use super::evidence::Kind;
use super::locks::{self, Operation, OperationKind, Pair, Width};
use super::outline::*;
use super::{Finding, Lint};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

pub(super) const NAME: &str = "permit-in-finally";

pub(super) fn check<'a>(cx: Lint<'a, '_>, findings: &mut Vec<Finding>) {
    let mut is_released = [false; 2];
    let functions = || {
        cx.evidence
            .outline
            .functions
            .iter()
            .enumerate()
            .filter(|(_, function)| function.has_lock)
    };
    for (index, function) in functions() {
        each_call(&function.steps, &mut |call, _| {
            if let Some(operation) = locks::operation(cx, call, FunctionKey(index))
                && operation.kind == OperationKind::Release
            {
                is_released[usize::from(operation.pair.noun == "lock")] = true;
            }
        });
    }
    for (index, function) in functions() {
        let at = FunctionKey(index);
        let mut seen: Vec<Place<'a>> = Vec::new();
        each_call(&function.steps, &mut |call, is_awaited| {
            let Some(operation) = locks::operation(cx, call, at).filter(|_| is_awaited) else {
                return;
            };
            let Some(place) = locks::place(cx, operation.object, at) else {
                return;
            };
            if operation.kind != OperationKind::Acquire || seen.contains(&place) {
                return;
            }
            seen.push(place);
            let lock = Lock {
                cx,
                at,
                place,
                operation,
            };
            if lock.is_released_in(&function.steps) {
                let mut state = State::default();
                let mut found = Vec::new();
                lock.follow(&function.steps, &mut state, Shield::default(), &mut found);
                findings.extend(found.into_iter().take(1));
            } else if !is_released[usize::from(operation.pair.noun == "lock")] {
                findings.extend(lock.never_released(call));
            }
        });
    }
}

/// Every call of a function, in order, with whether it is awaited.
fn each_call<'a>(steps: &[Step<'a>], visit: &mut impl FnMut(&'a CallExpression<'a>, bool)) {
    for step in steps {
        if let Step::Call { call, is_awaited, .. } = step {
            visit(call, *is_awaited);
        }
        for part in step.parts() {
            each_call(part, visit);
        }
    }
}

/// The lock that is followed.
struct Lock<'a, 'l> {
    cx: Lint<'a, 'l>,
    at: FunctionKey,
    place: Place<'a>,
    operation: Operation<'a>,
}

/// What is known where control stands.
#[derive(Clone, Default)]
struct State {
    is_held: bool,
    /// What may fail while it is held.
    risk: Option<(Span, String)>,
    is_unreachable: bool,
}

/// What gives the permit back if control leaves here.
#[derive(Clone, Copy, Default)]
struct Shield {
    from_errors: bool,
    from_exits: bool,
    /// Whether it was held when the loop around began.
    is_held_outside: bool,
}

impl<'a> Lock<'a, '_> {
    fn operation_of(&self, call: &'a CallExpression<'a>) -> Option<OperationKind> {
        let operation = locks::operation(self.cx, call, self.at)?;
        let is_this = operation.pair == self.operation.pair
            && locks::place(self.cx, operation.object, self.at) == Some(self.place);
        is_this.then_some(operation.kind)
    }

    fn is_released_in(&self, steps: &[Step<'a>]) -> bool {
        let mut is_released = false;
        each_call(steps, &mut |call, _| {
            is_released |= self.operation_of(call) == Some(OperationKind::Release);
        });
        is_released
    }

    fn follow(&self, steps: &[Step<'a>], state: &mut State, shield: Shield, found: &mut Vec<Finding>) {
        for step in steps {
            if state.is_unreachable {
                return;
            }
            self.step(step, state, shield, found);
        }
    }

    fn step(&self, step: &Step<'a>, state: &mut State, shield: Shield, found: &mut Vec<Finding>) {
        match step {
            Step::Call { call, .. } => self.call(call, state, shield, found),
            Step::Construct(new) => {
                if !self.cx.evidence.is_harmless_construct(new) && self.makes_something_known(new) {
                    self.risk(new.span, state, shield);
                }
            }
            Step::Exit(kind, span) => self.exit(*kind, *span, state, shield, found),
            Step::Branch { then, otherwise, .. } => {
                let mut other = state.clone();
                self.follow(then, state, shield, found);
                self.follow(otherwise, &mut other, shield, found);
                state.join(other);
            }
            Step::Switch(cases) => {
                let before = state.clone();
                for case in cases {
                    let mut other = before.clone();
                    self.follow(case, &mut other, shield, found);
                    state.join(other);
                }
            }
            Step::Loop { test, body, .. } => {
                let shield = Shield {
                    is_held_outside: state.is_held,
                    ..shield
                };
                let mut other = state.clone();
                self.follow(test, &mut other, shield, found);
                self.follow(body, &mut other, shield, found);
                state.join(other);
            }
            Step::Try {
                block,
                handler,
                finalizer,
            } => self.attempt(block, handler.as_deref(), finalizer.as_deref(), state, shield, found),
            Step::Read(_) | Step::Write { .. } | Step::Closure(_) | Step::Await(_) | Step::Yield => {}
        }
    }

    fn makes_something_known(&self, new: &'a NewExpression<'a>) -> bool {
        self.cx.evidence.global(&new.callee) == Some("Promise")
    }

    fn call(&self, call: &'a CallExpression<'a>, state: &mut State, shield: Shield, found: &mut Vec<Finding>) {
        match self.operation_of(call) {
            Some(OperationKind::Acquire) => {
                state.is_held = true;
                state.risk = None;
            }
            Some(OperationKind::Release) => {
                if let (true, Some((span, what))) = (state.is_held, state.risk.take()) {
                    found.push(self.failing(span, &what, call));
                }
                state.is_held = false;
            }
            Some(OperationKind::Hold) | None => {
                // Asking for another lock does not fail, it waits.
                let is_other_lock = locks::operation(self.cx, call, self.at).is_some_and(|it| it.body.is_none());
                if !is_other_lock && !self.cx.evidence.is_harmless(call, self.at) {
                    self.risk(call.span, state, shield);
                }
            }
        }
    }

    fn risk(&self, span: Span, state: &mut State, shield: Shield) {
        if state.is_held && !shield.from_errors && state.risk.is_none() {
            state.risk = Some((span, self.cx.text(span)));
        }
    }

    fn exit(&self, kind: ExitKind, span: Span, state: &mut State, shield: Shield, found: &mut Vec<Finding>) {
        let loses = match kind {
            ExitKind::Return => !shield.from_exits,
            ExitKind::Throw => !shield.from_errors,
            // Breaking out of a `switch` looks the same, so only `continue` counts.
            ExitKind::Continue => !shield.is_held_outside && !shield.from_exits,
            ExitKind::Break => false,
        };
        if state.is_held && loses {
            let word = match kind {
                ExitKind::Return => "return",
                ExitKind::Throw => "throw",
                ExitKind::Break => "break",
                ExitKind::Continue => "continue",
            };
            let (release, noun) = (self.release_text(), self.operation.pair.noun);
            found.push(Finding {
                name: NAME,
                span,
                message: format!("this `{word}` leaves without `{release}`: the {noun} is lost"),
                help: self.help(),
            });
        }
        state.is_unreachable = true;
    }

    fn attempt(
        &self,
        block: &[Step<'a>],
        handler: Option<&[Step<'a>]>,
        finalizer: Option<&[Step<'a>]>,
        state: &mut State,
        shield: Shield,
        found: &mut Vec<Finding>,
    ) {
        let releases = |steps: Option<&[Step<'a>]>| steps.is_some_and(|steps| self.is_released_in(steps));
        let is_final = releases(finalizer);
        let inner = Shield {
            from_errors: shield.from_errors || is_final || handler.is_some(),
            from_exits: shield.from_exits || is_final,
            ..shield
        };
        let was_held = state.is_held;
        self.follow(block, state, inner, found);
        if let Some(handler) = handler {
            // The error may have come at any time: what was held before is held now, and what the block took may be.
            let mut other = State {
                is_held: was_held || (state.is_held && releases(Some(handler))),
                ..State::default()
            };
            let in_handler = Shield {
                from_errors: shield.from_errors || is_final,
                from_exits: shield.from_exits || is_final,
                ..shield
            };
            self.follow(handler, &mut other, in_handler, found);
            state.join(other);
        }
        if let Some(finalizer) = finalizer {
            if is_final {
                state.is_held = false;
                state.risk = None;
            } else {
                self.follow(finalizer, state, shield, found);
            }
        }
    }

    fn release_text(&self) -> String {
        let object = self.cx.text(self.operation.object.span());
        format!("{object}.{}()", self.operation.pair.release)
    }

    fn help(&self) -> String {
        let Pair { acquire, .. } = self.operation.pair;
        let object = self.cx.text(self.operation.object.span());
        let release = self.release_text();
        let held = match (self.cx.evidence.kind(self.operation.object, self.at), acquire) {
            (Some(Kind::BuiltIn("Semaphore")), _) => Some("withPermit"),
            (Some(Kind::BuiltIn("Mutex")), _) => Some("withLock"),
            _ => None,
        };
        let or = held.map_or_else(String::new, |held| {
            format!(", or use `{object}.{held}(async () => ...)`")
        });
        format!("after `{acquire}`, write `try {{ ... }} finally {{ {release} }}`{or}")
    }

    fn failing(&self, span: Span, what: &str, release: &'a CallExpression<'a>) -> Finding {
        let release = self.cx.call_text(release);
        let noun = self.operation.pair.noun;
        Finding {
            name: NAME,
            span,
            message: format!("if `{what}` fails, `{release}` is never reached and the {noun} is lost"),
            help: self.help(),
        }
    }

    fn never_released(&self, call: &'a CallExpression<'a>) -> Option<Finding> {
        let is_signal = locks::width(self.cx, self.operation.object) == Width::Zero;
        if !self.operation.is_known || is_signal {
            return None;
        }
        let noun = self.operation.pair.noun;
        let release = self.release_text();
        Some(Finding {
            name: NAME,
            span: call.span,
            message: format!("nothing ever gives this {noun} back: `{release}` is never called"),
            help: self.help(),
        })
    }
}

impl State {
    /// Two ways come together.
    fn join(&mut self, other: State) {
        if self.is_unreachable {
            *self = other;
        } else if !other.is_unreachable {
            self.is_held |= other.is_held;
            self.risk = self.risk.take().or(other.risk);
        }
    }
}
