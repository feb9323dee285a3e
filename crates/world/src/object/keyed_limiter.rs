//! `KeyedLimiter` as the program calls it: one rule, a state for each key.

use clock::Instant;
use primitives::{KeyedLimiter, Passage, Visit, Waiter};
use vm::{Host, HostCall, MapKey, Value};

use super::limiter::{next_millisecond, rule, traits, word};
use super::{Deadline, Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Row, Slots, TaskId};

/// A card lists so many keys, and of more only how many there are.
const ROWS_MAX: usize = 256;

/// The limiter of this world's keys.
pub(crate) type Keyed = KeyedLimiter<MapKey, Value>;

impl Object for Keyed {
    listed_as!(KeyedLimiter);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = argument(call, 0);
        let stepper = &*stepper;
        let class = word(stepper, stepper.option(options, "rule"));
        let pattern = rule(stepper, &class, &|name| stepper.option(options, name))?;
        Ok(KeyedLimiter::new(pattern))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let now = stepper.world.now;
        match call.native {
            Host::KeyedLimiterTryConsume => try_consume(stepper, id, call),
            Host::KeyedLimiterConsume => consume(stepper, id, call),
            Host::KeyedLimiterAvailable => {
                let key = stepper.world.heap.map_key(argument(call, 0));
                let available = stepper.object::<Keyed>(id).available(&key, now);
                Answer::Return(Value::number(f64::from(available)))
            }
            Host::KeyedLimiterSize => {
                let size = stepper.object::<Keyed>(id).keys(now).count();
                Answer::Return(Value::number(size as f64))
            }
            _ => Answer::Return(Value::number(stepper.object::<Keyed>(id).waiting() as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        let rule = match self.pattern() {
            primitives::Rule::TokenBucket(_) => "TokenBucket",
            primitives::Rule::LeakyBucket(_) => "LeakyBucket",
            primitives::Rule::FixedWindow(_) => "FixedWindow",
            primitives::Rule::SlidingLog(_) | primitives::Rule::SlidingCounter(_) => "SlidingWindow",
            primitives::Rule::Gcra(_) => "Gcra",
        };
        let mut traits = traits(self.pattern());
        traits.insert(0, ("rule", FactValue::word(rule)));
        ObjectShape {
            class: "KeyedLimiter",
            traits,
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        KeyedLimiter::visit(self, to);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(format!("{name} to let it pass"))
    }

    fn facts(&self, _now: Instant) -> Vec<(&'static str, FactValue)> {
        match self.kept() {
            kept if kept > ROWS_MAX => vec![("keys", FactValue::Count(kept as i64))],
            _ => Vec::new(),
        }
    }

    fn rows_of(&self, now: Instant, show: &dyn Fn(Value) -> String) -> Vec<Row> {
        if self.kept() > ROWS_MAX {
            return Vec::new();
        }
        let row = |(name, limiter): (&Value, &primitives::Limiter)| {
            let left = limiter.available(now);
            Row {
                key: show(*name),
                state: if left == 0 { "blocked" } else { "open for more" },
                task: limiter.queue().next().map(|first| TaskId(first.actor.0)),
                at: limiter.deadline().map(next_millisecond),
                made: None,
                since: None,
                text: match limiter.waiting() {
                    0 => format!("{left} left"),
                    waiting => format!("{waiting} waiting"),
                },
            }
        };
        self.keys(now).map(row).collect()
    }

    fn deadline(&self) -> Option<Deadline> {
        let at = self.deadline().map(next_millisecond)?;
        let awaited_by = self.first_due().map(|first| first.actor);
        Some(Deadline { at, awaited_by })
    }

    fn tick(stepper: &mut Stepper<'_>, id: u32) {
        let (now, mut passed) = (stepper.world.now, Vec::new());
        stepper.object_mut::<Keyed>(id).tick(now, &mut passed);
        stepper.let_pass(id, &passed);
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        let (now, mut passed): (_, Vec<Passage>) = (stepper.world.now, Vec::new());
        let was_there = stepper.object_mut::<Keyed>(id).cancel(waiter, now, &mut passed);
        stepper.let_pass(id, &passed);
        was_there
    }
}

fn try_consume(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let units = match stepper.units(id, call, 1, stepper.object::<Keyed>(id).capacity()) {
        Ok(units) => units,
        Err(answer) => return answer,
    };
    let (key, name, now) = (key(stepper, call), argument(call, 0), stepper.world.now);
    let is_passed = stepper.object_mut::<Keyed>(id).try_consume(&key, name, now, units);
    stepper.tell_tried(id, units, is_passed)
}

fn consume(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let units = match stepper.units(id, call, 1, stepper.object::<Keyed>(id).capacity()) {
        Ok(units) => units,
        Err(answer) => return answer,
    };
    let (key, name, now) = (key(stepper, call), argument(call, 0), stepper.world.now);
    let terms = match stepper.terms(call, 2) {
        Ok(terms) => terms,
        Err(answer) => return answer,
    };
    let room = stepper.object::<Keyed>(id).pattern().room();
    stepper.wait_to_pass(id, &"consume", units, (room, terms), |stepper, waiter, actor| {
        let limiter = stepper.object_mut::<Keyed>(id);
        let outcome = limiter.consume(&key, name, waiter, actor, now, units);
        (outcome, limiter.waiting())
    })
}

/// What makes a key the same as another. The limiter keeps the key, so others can reach it from now on.
fn key(stepper: &mut Stepper<'_>, call: &HostCall) -> MapKey {
    let name = argument(call, 0);
    stepper.world.heap.share(name);
    stepper.world.heap.map_key(name)
}
