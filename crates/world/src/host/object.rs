//! Constructing the objects that are drawn.

use std::sync::Arc;

use primitives::{
    AtomicInt, Capacity, Channel, Fairness, MAX_SAFE_INTEGER, Mutex, MutexOptions, Reentrancy, Semaphore,
    SemaphoreOptions,
};
use vm::{ErrorKind, Host, HostCall, HostClass, Value};

use super::{Answer, argument};
use crate::object::{HostObject, Primitive};
use crate::step::Stepper;
use crate::task::ActivityId;
use crate::{EventKind, ObjectId};

impl Stepper<'_> {
    pub(super) fn construct(&mut self, id: ActivityId, call: &HostCall) -> Answer {
        let name = call.native.name();
        if !call.is_new {
            let message = format!("Class constructor {name} cannot be invoked without 'new'");
            return self.throw(ErrorKind::TypeError, &message);
        }
        let made = match call.native {
            Host::Semaphore => self.new_semaphore(call).map(|made| (HostClass::Semaphore, made)),
            Host::Mutex => self.new_mutex(call).map(|made| (HostClass::Mutex, made)),
            Host::Channel => self.new_channel(call).map(|made| (HostClass::Channel, made)),
            _ => self.new_atomic(call).map(|made| (HostClass::AtomicInt, made)),
        };
        match made {
            Ok((class, primitive)) => self.add_object(id, class, primitive),
            Err(message) => self.throw(ErrorKind::RangeError, &format!("new {name}: {message}")),
        }
    }

    fn add_object(&mut self, activity: ActivityId, class: HostClass, primitive: Primitive) -> Answer {
        let id = self.world.objects.len() as u32;
        let fiber = &self.world.activity(activity).fiber;
        let given = fiber.target_name(&self.world.program);
        let given = given.map_or_else(
            || class.name().to_owned(),
            |atom| self.world.program.atom(atom).to_owned(),
        );
        // Counted here and not with the lanes: how many objects there were is not part of a state, a lane's name is.
        let name = match self
            .world
            .objects
            .iter()
            .filter(|object| *object.given == *given)
            .count()
        {
            0 => given.clone(),
            earlier => format!("{given} {}", earlier + 1),
        };
        let shape = primitive.shape();
        self.emit(EventKind::Created {
            object: ObjectId(id),
            name: name.clone(),
            shape,
        });
        self.world.objects.push(Arc::new(HostObject {
            given_hash: crate::world::hash_name(&given),
            given: Arc::from(given),
            name: Arc::from(name),
            primitive,
            taken: Vec::new(),
        }));
        Answer::Return(Value::Object(self.world.heap.alloc_host(class, id)))
    }

    fn new_semaphore(&self, call: &HostCall) -> Result<Primitive, String> {
        let permits = self.count("permits", argument(call, 0))?;
        let options = argument(call, 1);
        let max = match self.option(options, "max") {
            Value::Undefined => None,
            max => Some(self.count("max", max)?),
        };
        if let Some(max) = max.filter(|&max| max < permits) {
            return Err(format!("max is {max}, less than the {permits} permits at the start"));
        }
        Ok(Primitive::Semaphore(Semaphore::new(SemaphoreOptions {
            permits,
            max,
            fairness: self.fairness(options),
        })))
    }

    fn new_mutex(&self, call: &HostCall) -> Result<Primitive, String> {
        let options = argument(call, 0);
        let reentrancy = if vm::truthy(&self.world.heap, self.option(options, "reentrant")) {
            Reentrancy::Reentrant
        } else {
            Reentrancy::NonReentrant
        };
        Ok(Primitive::Mutex(Mutex::new(MutexOptions {
            fairness: self.fairness(options),
            reentrancy,
        })))
    }

    fn new_channel(&self, call: &HostCall) -> Result<Primitive, String> {
        let capacity = match argument(call, 0) {
            Value::Undefined => Capacity::Bounded(0),
            Value::Number(number) if number.get() == f64::INFINITY => Capacity::Unbounded,
            value => Capacity::Bounded(self.count("capacity", value)?),
        };
        Ok(Primitive::Channel(Channel::new(capacity)))
    }

    fn new_atomic(&self, call: &HostCall) -> Result<Primitive, String> {
        let value = match argument(call, 0) {
            Value::Undefined => 0,
            value => self.integer("value", value)?,
        };
        Ok(Primitive::AtomicInt(AtomicInt::new(value)))
    }

    fn fairness(&self, options: Value) -> Fairness {
        match self.option(options, "fair") {
            Value::Undefined => Fairness::Fair,
            fair if vm::truthy(&self.world.heap, fair) => Fairness::Fair,
            _ => Fairness::Barging,
        }
    }

    /// A whole number that is not negative.
    fn count(&self, what: &str, value: Value) -> Result<u32, String> {
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
    pub(super) fn integer(&self, what: &str, value: Value) -> Result<i64, String> {
        match value {
            Value::Number(number) if number.get().fract() == 0.0 && number.get().abs() <= MAX_SAFE_INTEGER as f64 => {
                Ok(number.get() as i64)
            }
            other => Err(format!("{what} must be a whole number, not {}", self.short(other))),
        }
    }
}
