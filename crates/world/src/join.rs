//! Which error a `Promise.all` tells whose call is no place to switch, because its tasks were made in the same step or because
//! nobody else can reach the promises (`threads`).
//!
//! Owns what a later call could have told instead, and when that is decided. To call `await Promise.all(list)` commutes with
//! whatever others do, but for one thing: of several errors it tells the first in time among those that come after the
//! call, and the first in the list among those that are there already. So a call directly after its tasks were made is no
//! step of its own, which would be one for nothing in every program that does not fail. What it could have told as one is left
//! open instead, and picked when its task goes on.
//!
//! *What that is.* The first error in time, by a call that comes before it, and whatever was the first in the list at a
//! moment after it, by a call at that moment. Such a call is possible as long as nothing has happened that has to come
//! after it: a step of the same lane, or of a clock that moves only when nobody can run.

use vm::{AggregateKind, ObjectKind, ObjectRef, Reaction, Value};

use crate::pick::{Offer, Offered};
use crate::step::Stepper;
use crate::task::ActivityId;
use crate::{EventKind, TimeMode, World};

/// A `Promise.all` whose call was no place to switch, until whoever awaits it goes on.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Join {
    /// Who awaits it; nobody else can.
    pub(crate) activity: ActivityId,
    /// What it returned.
    pub(crate) promise: ObjectRef,
    /// Whether it could still be called now.
    pub(crate) is_open: bool,
    /// Of its inputs that were rejected while that was so, the place of the first in the list.
    pub(crate) first: u32,
    /// What it could tell: the first error in time, then each that became the first in the list.
    pub(crate) errors: Vec<Value>,
}

impl Stepper<'_> {
    /// An activity has begun to wait for what `Promise.all` returned in the same step.
    pub(crate) fn begin_join(&mut self, activity: ActivityId, promise: ObjectRef) {
        let join = Join {
            activity,
            promise,
            is_open: true,
            first: 0,
            errors: Vec::new(),
        };
        // By their lanes, so that it makes no difference which of two was called first.
        let world = &*self.world;
        let is_before = |other: &Join| world.activity(other.activity).lane <= self.task;
        let at = world.seldom.joins.partition_point(is_before);
        self.world.seldom_mut().joins.insert(at, join);
    }

    /// An input of a `Promise.all` was rejected.
    pub(crate) fn join_rejected(&mut self, promise: ObjectRef, index: u32, error: Value) {
        let is_meant = |join: &Join| join.is_open && join.promise == promise;
        let Some(at) = self.world.seldom.joins.iter().position(is_meant) else {
            return;
        };
        let join = &mut self.world.seldom_mut().joins[at];
        if !join.errors.is_empty() && index > join.first {
            return;
        }
        join.first = index;
        if !join.errors.contains(&error) {
            join.errors.push(error);
        }
    }

    /// The lane takes a step, with this activity if it is one. Leaves open which error that gets, if several are possible, and
    /// says so: then the decision comes first.
    pub(crate) fn end_join(&mut self, activity: Option<ActivityId>) -> bool {
        let (world, lane) = (&*self.world, self.task);
        let is_in_lane = |join: &Join| world.activity(join.activity).lane == lane;
        if !world.seldom.joins.iter().any(is_in_lane) {
            return false;
        }
        let mut ended = None;
        let joins = std::mem::take(&mut self.world.seldom_mut().joins);
        for mut join in joins {
            if Some(join.activity) == activity {
                ended = Some(join);
                continue;
            }
            join.is_open &= self.world.activity(join.activity).lane != lane;
            self.keep_join(join);
        }
        let Some(Join { activity, errors, .. }) = ended.filter(|join| join.errors.len() > 1) else {
            return false;
        };
        self.emit(EventKind::PickOffered {
            count: errors.len() as u32,
        });
        self.world.seldom_mut().offer = Some(Offer {
            activity,
            values: errors,
            of: Offered::Errors,
        });
        self.world.task_mut(lane).current = Some(activity);
        true
    }

    /// The clock is about to move. If it does so only when nobody can run, whatever waits had been called before.
    pub(crate) fn close_joins_if_idle(&mut self) {
        let world = &*self.world;
        let is_idle = world.setup.time == TimeMode::Exact && !world.is_timer_due() && !world.cores_are_taken();
        if is_idle && !world.seldom.joins.is_empty() {
            for mut join in std::mem::take(&mut self.world.seldom_mut().joins) {
                join.is_open = false;
                self.keep_join(join);
            }
        }
    }

    /// A join that is not open and has nothing to pick from is of no use.
    fn keep_join(&mut self, join: Join) {
        if join.is_open || join.errors.len() > 1 {
            self.world.seldom_mut().joins.push(join);
        }
    }
}

impl World {
    /// Whether somebody who waits for a promise gets what is the first of several in time.
    pub(crate) fn is_raced(&self, promise: Option<ObjectRef>) -> bool {
        let record = promise.and_then(|promise| self.heap.as_promise(Value::Object(promise)));
        record.is_some_and(|record| {
            record.reactions.iter().any(|reaction| match *reaction {
                Reaction::Fiber(_) => false,
                Reaction::Aggregate { aggregate, .. } => match &self.heap.object(aggregate).kind {
                    ObjectKind::Aggregate(record) => {
                        matches!(record.kind, AggregateKind::Race | AggregateKind::Any)
                            || self.is_raced(Some(record.promise))
                    }
                    _ => false,
                },
                // Callbacks of one lane run in the order in which they could.
                Reaction::Then { on_fulfilled, .. } if self.heap.is_callable(on_fulfilled) => true,
                Reaction::Then { derived: promise, .. } | Reaction::Adopt { promise } => self.is_raced(Some(promise)),
            })
        })
    }

    /// Nothing is open any more: what was awaited has come to a good end, or is no longer awaited.
    pub(crate) fn forget_joins(&mut self, is_over: impl Fn(&Join) -> bool) {
        if self.seldom.joins.iter().any(&is_over) {
            self.seldom_mut().joins.retain(|join| !is_over(join));
        }
    }
}
