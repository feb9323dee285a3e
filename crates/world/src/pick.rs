//! What a run leaves open: `choose`, and what else can go several ways within a step.
//!
//! Owns the offer and the decision. A task that offers something halts in the middle of its step; the decision is a choice of
//! its own, and nothing else can happen in between. Who decides is up to whoever steps the world.

use vm::{ErrorKind, HostCall, Value};

use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::task::ActivityId;
use crate::{EventKind, Model, TaskId, World};

/// How many there may be to choose from.
const VALUES_MAX: usize = 64;

/// What an activity has left open.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Offer {
    pub(crate) activity: ActivityId,
    /// What the program gets, whichever is picked.
    pub(crate) values: Vec<Value>,
    pub(crate) of: Offered,
}

/// What there is to pick from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Offered {
    /// What the activity gets.
    Values,
    /// Cases of this select: the values are the numbers of those that are ready.
    Cases(Value),
    /// What the activity's `await` throws.
    Errors,
}

impl Stepper<'_> {
    /// `choose(n)` and `choose(values)`.
    pub(crate) fn choose(&mut self, id: ActivityId, call: &HostCall) -> Answer {
        let given = argument(call, 0);
        let values: Vec<Value> = match (given, self.world.heap.as_array(given)) {
            (_, Some(items)) if (1..=VALUES_MAX).contains(&items.len()) => {
                // A hole is nothing that a program can hold.
                let plain = |&item: &Value| match item {
                    Value::Uninitialized => Value::Undefined,
                    value => value,
                };
                items.iter().map(plain).collect()
            }
            (Value::Number(number), _)
                if number.get().fract() == 0.0 && (1.0..=VALUES_MAX as f64).contains(&number.get()) =>
            {
                (0..number.get() as u32)
                    .map(|index| Value::number(f64::from(index)))
                    .collect()
            }
            (_, Some(items)) => {
                let message = format!("choose takes from 1 to {VALUES_MAX} values, not {}", items.len());
                return self.throw(ErrorKind::RangeError, &message);
            }
            (other, None) => {
                let shown = self.short(other);
                let message = format!("choose takes a whole number from 1 to {VALUES_MAX} or an array, not {shown}");
                return self.throw(ErrorKind::RangeError, &message);
            }
        };
        if let &[only] = values.as_slice() {
            return Answer::Return(only);
        }
        self.emit(EventKind::PickOffered {
            count: values.len() as u32,
        });
        self.world.seldom_mut().offer = Some(Offer {
            activity: id,
            values,
            of: Offered::Values,
        });
        Answer::Halt
    }

    /// Decides what was left open, and lets the step go on that was interrupted for it.
    pub(crate) fn pick(&mut self, pick: u32) {
        let Some(Offer { activity, values, of }) = self.world.seldom_mut().offer.take() else {
            return;
        };
        let value = values.get(pick as usize).copied().unwrap_or_default();
        self.task = self.world.activity(activity).lane;
        self.stand_at_lane();
        if self.log.is_full() {
            let value = self.world.offered_label(of, value);
            self.emit(EventKind::Picked { pick, value });
        }
        match of {
            Offered::Values => self.world.activity_mut(activity).fiber.resume(value),
            Offered::Cases(cases) => {
                let value = self.picked_case(cases, value);
                self.world.activity_mut(activity).fiber.resume(value);
            }
            Offered::Errors => self.world.activity_mut(activity).fiber.throw(value),
        }
        match self.world.setup.model {
            Model::EventLoop => self.run_stack(),
            Model::Tasks | Model::Threads => {
                // What other tasks can notice is left to a step in which they could go first.
                if self.world.setup.model == Model::Threads {
                    self.budget = 0;
                    self.has_acted = true;
                }
                self.run_activity(activity);
            }
        }
    }
}

impl World {
    /// The task that has left something open, if that is to be decided now.
    #[must_use]
    pub fn picker(&self) -> Option<TaskId> {
        self.seldom
            .offer
            .as_ref()
            .map(|offer| self.activity(offer.activity).lane)
    }

    /// What there is to pick from, each in one line.
    #[must_use]
    pub fn offered(&self) -> Vec<String> {
        let Some(offer) = &self.seldom.offer else {
            return Vec::new();
        };
        let label = |&value: &Value| self.offered_label(offer.of, value);
        offer.values.iter().map(label).collect()
    }

    fn offered_label(&self, of: Offered, value: Value) -> String {
        match of {
            Offered::Values => vm::short(&self.heap, &self.program, value),
            Offered::Cases(cases) => self.case_label(cases, value),
            Offered::Errors => vm::describe_error(&self.heap, &self.program, value),
        }
    }
}
