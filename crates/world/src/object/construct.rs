//! Making the objects that are drawn, and judging the arguments that they are made with.

use std::sync::Arc;

use primitives::{Fairness, MAX_SAFE_INTEGER};
use vm::{ErrorKind, HostCall, Value};

use super::{HostObject, Label, Object};
use crate::host::Answer;
use crate::step::Stepper;
use crate::task::ActivityId;
use crate::{EventKind, ObjectId};

impl Stepper<'_> {
    /// `new Class(..)` of a class that is drawn.
    #[inline(never)]
    pub(crate) fn construct<T: Object>(&mut self, activity: ActivityId, call: &HostCall) -> Answer {
        let name = call.native.name();
        if !call.is_new {
            let message = format!("Class constructor {name} cannot be invoked without 'new'");
            return self.throw(ErrorKind::TypeError, &message);
        }
        match T::construct(self, call) {
            Ok(made) => self.add_object(activity, made),
            // A machine of the library's has no name that the learner knows; its message says which function it is behind.
            Err(message) if name.starts_with("__") => self.throw(ErrorKind::RangeError, &message),
            Err(message) => self.throw(ErrorKind::RangeError, &format!("new {name}: {message}")),
        }
    }

    /// Gives an object its number and its name, that of the variable that it goes to in the learner's text.
    pub(crate) fn add_object<T: Object>(&mut self, activity: ActivityId, made: T) -> Answer {
        let id = self.world.objects.len() as u32;
        let fiber = &self.world.activity(activity).fiber;
        let given = fiber.target_name(&self.world.program);
        let shape = made.shape();
        let given = given.map_or_else(
            || shape.class.to_owned(),
            |atom| self.world.program.atom(atom).to_owned(),
        );
        // Counted here and not with the lanes: how many objects there were is not part of a state, a lane's name is.
        let name = match self
            .world
            .objects
            .iter()
            .filter(|object| *object.label.given == *given)
            .count()
        {
            0 => given.clone(),
            earlier => format!("{given} {}", earlier + 1),
        };
        self.emit(EventKind::Created {
            object: ObjectId(id),
            name: name.clone(),
            shape: Box::new(shape),
        });
        self.world.reach.open();
        self.world.objects.push(Arc::new(HostObject {
            label: Arc::new(Label {
                given_hash: crate::world::hash_name(&given),
                given: Arc::from(given),
                name: Arc::from(name),
            }),
            primitive: made.into_primitive(),
            alarm: None,
            history: None,
        }));
        self.touch(id);
        Answer::Return(Value::Object(self.world.heap.alloc_host(T::CLASS, id)))
    }

    /// The option `fair`, true if it is not given.
    pub(super) fn fairness(&self, options: Value) -> Fairness {
        match self.option(options, "fair") {
            Value::Undefined => Fairness::Fair,
            fair if vm::truthy(&self.world.heap, fair) => Fairness::Fair,
            _ => Fairness::Barging,
        }
    }

    /// A whole number that is not negative.
    pub(crate) fn count(&self, what: &str, value: Value) -> Result<u32, String> {
        match value {
            Value::Number(number)
                if number.get() >= 0.0 && number.get() <= f64::from(u32::MAX) && number.get().fract() == 0.0 =>
            {
                Ok(number.get() as u32)
            }
            other => Err(format!(
                "{what} must be a whole number of at least 0, not {}",
                self.short(other)
            )),
        }
    }

    /// A safe integer.
    pub(crate) fn integer(&self, what: &str, value: Value) -> Result<i64, String> {
        match value {
            Value::Number(number) if number.get().fract() == 0.0 && number.get().abs() <= MAX_SAFE_INTEGER as f64 => {
                Ok(number.get() as i64)
            }
            other => Err(format!("{what} must be a whole number, not {}", self.short(other))),
        }
    }
}
