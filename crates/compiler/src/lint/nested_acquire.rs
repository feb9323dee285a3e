//! A permit that is asked for while the same one is held.
//!
//! Owns the search for it, within a function and through the functions that it calls and awaits. Only locks that are
//! evidently the same count: a constant, or a field of `this`. A semaphore that begins empty is a signal and no lock.

use super::locks::{self, Operation, OperationKind, Pair, Width};
use super::outline::*;
use super::{Finding, Lint};
use oxc_ast::ast::*;
use oxc_span::{GetSpan, Span};

pub(super) const NAME: &str = "nested-acquire";

/// How far calls are followed.
const DEPTH_MAX: usize = 8;

/// A lock that is held.
#[derive(Clone, Copy)]
struct Held<'a> {
    place: Place<'a>,
    pair: Pair,
    object: &'a Expression<'a>,
}

pub(super) fn check<'a>(cx: Lint<'a, '_>, findings: &mut Vec<Finding>) {
    for (index, function) in cx.evidence.outline.functions.iter().enumerate() {
        let at = FunctionKey(index);
        if !function.has_lock {
            continue;
        }
        let mut search = Search {
            cx,
            at,
            findings,
            function: &function.steps,
        };
        search.follow(&function.steps, &mut Vec::new());
    }
}

struct Search<'a, 'l, 's> {
    cx: Lint<'a, 'l>,
    at: FunctionKey,
    findings: &'s mut Vec<Finding>,
    function: &'s [Step<'a>],
}

impl<'a> Search<'a, '_, '_> {
    fn follow(&mut self, steps: &[Step<'a>], held: &mut Vec<Held<'a>>) {
        for step in steps {
            match step {
                Step::Call { call, is_awaited, .. } => self.call(call, *is_awaited, held),
                Step::Try {
                    block,
                    handler,
                    finalizer,
                } => {
                    self.follow(block, held);
                    if let Some(handler) = handler {
                        self.follow(handler, &mut held.clone());
                    }
                    if let Some(finalizer) = finalizer {
                        self.follow(finalizer, held);
                    }
                }
                step => {
                    // What is held after a branch is what is held on every way through it.
                    let mut after: Option<Vec<Held<'a>>> = None;
                    for part in step.parts() {
                        let mut inside = held.clone();
                        self.follow(part, &mut inside);
                        let leaves = matches!(part.last(), Some(Step::Exit(..)));
                        if !leaves {
                            let kept = after.get_or_insert_with(|| inside.clone());
                            kept.retain(|known| inside.iter().any(|other| other.place == known.place));
                        }
                    }
                    if let Some(after) = after {
                        held.retain(|known| after.iter().any(|other| other.place == known.place));
                    }
                }
            }
        }
    }

    fn call(&mut self, call: &'a CallExpression<'a>, is_awaited: bool, held: &mut Vec<Held<'a>>) {
        let waits = is_awaited || self.is_returned(call);
        if let Some(operation) = locks::operation(self.cx, call, self.at)
            && let Some(place) = locks::place(self.cx, operation.object, self.at)
        {
            let is_held = held
                .iter()
                .any(|known| known.place == place && known.pair == operation.pair);
            match operation.kind {
                OperationKind::Release => held.retain(|known| known.place != place),
                OperationKind::Acquire | OperationKind::Hold if is_held && waits => {
                    self.report(call.span, &operation, None);
                }
                OperationKind::Acquire => {
                    if waits && self.can_nest(&operation, place) && self.is_released(place, operation.pair) {
                        held.push(Held {
                            place,
                            pair: operation.pair,
                            object: operation.object,
                        });
                    }
                }
                OperationKind::Hold => self.hold(&operation, place),
            }
            return;
        }
        if !waits || held.is_empty() {
            return;
        }
        for known in held.clone() {
            if let Some(called) = self.same_instance(call, known.place)
                && self.asks(called, known, &mut Vec::new())
            {
                self.report_call(call, known);
            }
        }
    }

    /// `lock.withLock(body)`: what the body does, it does while holding.
    fn hold(&mut self, operation: &Operation<'a>, place: Place<'a>) {
        let Some(body) = operation.body.filter(|_| self.can_nest(operation, place)) else {
            return;
        };
        let Some(function) = self.cx.evidence.called(body, self.at) else {
            return;
        };
        let known = Held {
            place,
            pair: operation.pair,
            object: operation.object,
        };
        let outline = self.cx.evidence.outline;
        let is_here = outline.made_by(body).is_some();
        if is_here {
            let steps = &outline.function(function).steps;
            let mut inner = Search {
                cx: self.cx,
                at: function,
                findings: self.findings,
                function: steps,
            };
            inner.follow(steps, &mut vec![known]);
        } else if self.asks(function, known, &mut Vec::new()) {
            let operation = *operation;
            self.report(body.span(), &operation, Some(self.cx.text(body.span())));
        }
    }

    fn can_nest(&self, operation: &Operation<'a>, place: Place<'a>) -> bool {
        let is_fixed = match place.root {
            Root::Variable(variable) => self.cx.evidence.resolution.variable(variable).is_never_assigned(),
            Root::Instance(_) => true,
            Root::This(_) => false,
        };
        // Readers do not keep each other out.
        let excludes = operation.pair.acquire != "readLock";
        let width = locks::width(self.cx, operation.object);
        is_fixed && excludes && width != Width::Zero && width != Width::Reentrant
    }

    fn is_released(&self, place: Place<'a>, pair: Pair) -> bool {
        any_call(self.function, &mut |call, _| {
            locks::operation(self.cx, call, self.at).is_some_and(|operation| {
                operation.kind == OperationKind::Release
                    && operation.pair == pair
                    && locks::place(self.cx, operation.object, self.at) == Some(place)
            })
        })
    }

    fn is_returned(&self, call: &'a CallExpression<'a>) -> bool {
        let mut returned = self.cx.evidence.outline.function(self.at).returned.iter();
        returned.any(|value| value.get_inner_expression().span() == call.span)
    }

    /// The function that is called on an object for which `place` is the same place.
    fn same_instance(&self, call: &'a CallExpression<'a>, place: Place<'a>) -> Option<FunctionKey> {
        called_with(self.cx, call, place, self.at)
    }

    /// Whether a function, or one that it waits for, asks for a lock.
    fn asks(&self, function: FunctionKey, known: Held<'a>, open: &mut Vec<FunctionKey>) -> bool {
        if open.contains(&function) || open.len() >= DEPTH_MAX {
            return false;
        }
        open.push(function);
        let outline = self.cx.evidence.outline.function(function);
        any_call(&outline.steps, &mut |call, is_awaited| {
            let is_returned = outline
                .returned
                .iter()
                .any(|value| value.get_inner_expression().span() == call.span);
            if !is_awaited && !is_returned {
                return false;
            }
            if let Some(operation) = locks::operation(self.cx, call, function) {
                let is_same = operation.pair == known.pair
                    && locks::place(self.cx, operation.object, function) == Some(known.place);
                return is_same && operation.kind != OperationKind::Release;
            }
            called_with(self.cx, call, known.place, function).is_some_and(|called| self.asks(called, known, open))
        })
    }

    fn report(&mut self, span: Span, operation: &Operation<'a>, through: Option<String>) {
        let object = self.cx.text(operation.object.span());
        let noun = operation.pair.noun;
        let consequence = consequence(locks::width(self.cx, operation.object), noun);
        let message = match through {
            Some(through) => format!("`{through}` asks for `{object}` while it is held: {consequence}"),
            None => format!("`{object}` is asked for again while it is held: {consequence}"),
        };
        self.findings.push(Finding {
            name: NAME,
            span,
            message,
            help: format!("give the {noun} back first, or do the inner part without asking again"),
        });
    }

    fn report_call(&mut self, call: &'a CallExpression<'a>, known: Held<'a>) {
        let (what, object) = (self.cx.call_text(call), self.cx.text(known.object.span()));
        let consequence = consequence(locks::width(self.cx, known.object), known.pair.noun);
        self.findings.push(Finding {
            name: NAME,
            span: call.span,
            message: format!("`{what}` asks for `{object}`, which is held here: {consequence}"),
            help: format!(
                "give the {} back before the call, or split off what can be done while it is held",
                known.pair.noun
            ),
        });
    }
}

fn consequence(width: Width, noun: &str) -> String {
    match width {
        Width::One => "it waits for itself for ever".to_owned(),
        Width::Several => format!("once everybody holds one {noun} and waits for another, nobody goes on"),
        Width::Unknown | Width::Zero | Width::Reentrant => "with one permit it waits for itself for ever".to_owned(),
    }
}

fn called_with<'a>(
    cx: Lint<'a, '_>,
    call: &'a CallExpression<'a>,
    place: Place<'a>,
    at: FunctionKey,
) -> Option<FunctionKey> {
    let is_same = match place.root {
        Root::Variable(_) => true,
        // Another object of the class has a lock of its own.
        Root::Instance(_) | Root::This(_) => match call.callee.get_inner_expression() {
            Expression::StaticMemberExpression(member) => matches!(member.object, Expression::ThisExpression(_)),
            Expression::PrivateFieldExpression(member) => matches!(member.object, Expression::ThisExpression(_)),
            _ => false,
        },
    };
    cx.evidence.called(&call.callee, at).filter(|_| is_same)
}

fn any_call<'a>(steps: &[Step<'a>], test: &mut impl FnMut(&'a CallExpression<'a>, bool) -> bool) -> bool {
    steps.iter().any(|step| match step {
        Step::Call { call, is_awaited, .. } => test(call, *is_awaited),
        step => step.parts().into_iter().any(|part| any_call(part, test)),
    })
}
