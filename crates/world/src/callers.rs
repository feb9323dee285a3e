//! Who called a fiber, or awaits it: the part of a stack that its own frames do not say.
//!
//! Owns the way from a promise to the function that awaits it, as V8 follows it when an error is made. Moves nothing.

use std::cell::Cell;
use std::sync::Arc;

use bytecode::Program;
use vm::{AggregateKind, Callers, Heap, ObjectRef, Reaction, StackCall, StackLine};

use crate::task::{Activity, ActivityId, Role};

/// How many promises are followed at most: a chain may be a circle.
const LINKS_MAX: usize = 64;

/// What is known of the activities while one of them runs.
#[derive(Debug)]
pub(crate) struct Waiting<'a> {
    /// All of them; the one that runs may be missing.
    pub(crate) activities: &'a [Option<Arc<Activity>>],
    /// Those that called one another, the one that runs last (`event-loop`).
    pub(crate) running: &'a [ActivityId],
    /// The one that runs.
    pub(crate) id: ActivityId,
    /// What it settles.
    pub(crate) promise: Option<ObjectRef>,
    /// Becomes true when an error has looked at who waits for it: whether somebody still does is up to others.
    pub(crate) was_asked: Cell<bool>,
}

impl Callers for Waiting<'_> {
    fn callers(&self, heap: &Heap, program: &Program, lines_max: usize) -> Vec<StackLine> {
        let mut lines = Vec::new();
        let mut promise = self.promise;
        // Those below have called it and stand on the stack themselves.
        let below = self.running.iter().rev().skip_while(|&&id| id != self.id).skip(1);
        for activity in below.filter_map(|&id| self.activity(id)) {
            lines.extend(activity.fiber.stack_lines(heap, program));
            promise = activity.awaited_as();
        }
        let mut links = 0;
        while let Some(awaited) = promise.filter(|_| lines.len() < lines_max && links < LINKS_MAX) {
            links += 1;
            promise = self.follow(awaited, heap, program, &mut lines);
        }
        let has_looked = !lines.is_empty() || links > 1;
        self.was_asked.set(self.was_asked.get() || has_looked);
        lines.truncate(lines_max);
        lines
    }
}

impl Activity {
    /// The promise whose waiting functions wait for this activity. Nobody does for the `then` of an object: whom that
    /// calls is its business.
    pub(crate) fn awaited_as(&self) -> Option<ObjectRef> {
        self.promise.filter(|_| self.role != Role::Thenable)
    }
}

impl Waiting<'_> {
    fn activity(&self, id: ActivityId) -> Option<&Activity> {
        self.activities.get(id.0 as usize)?.as_deref()
    }

    /// The function that is the only one to wait for a promise, and the promise that it settles itself.
    fn follow(
        &self,
        promise: ObjectRef,
        heap: &Heap,
        program: &Program,
        lines: &mut Vec<StackLine>,
    ) -> Option<ObjectRef> {
        let record = heap.as_promise(vm::Value::Object(promise))?;
        if record.reactions.len() != 1 {
            return None;
        }
        let reaction = record.reactions.iter().next()?;
        match reaction {
            Reaction::Fiber(id) => {
                let activity = self.activity(ActivityId(*id))?;
                let waiting = activity.fiber.stack_lines(heap, program);
                lines.extend(waiting.into_iter().map(|line| StackLine { is_async: true, ..line }));
                activity.awaited_as()
            }
            Reaction::Then { derived, .. } => Some(*derived),
            Reaction::Adopt { promise } => Some(*promise),
            Reaction::Aggregate { aggregate, index } => {
                let vm::ObjectKind::Aggregate(aggregate) = &heap.object(*aggregate).kind else {
                    return None;
                };
                let kind = aggregate.kind;
                if kind != AggregateKind::Race {
                    lines.push(StackLine {
                        call: StackCall::Combinator { kind, index: *index },
                        line: 0,
                        column: 0,
                        is_async: true,
                    });
                }
                Some(aggregate.promise)
            }
        }
    }
}
