//! `LoadShedder` as the program calls it. Calling the program's function is the library's.

use primitives::{Actor, Entrance, LoadShedder, LoadShedderOptions, Shed, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, ObjectRef, Origin, Value};

use super::terms::Terms;
use super::waiting::Hold;
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Slots, TaskId};

const PLACE: Hold = Hold::one("place");

impl Object for LoadShedder {
    listed_as!(LoadShedder);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = argument(call, 0);
        stepper.check_options(options)?;
        let positive = |number: f64| number > 0.0 && number.is_finite();
        let must = "a number of milliseconds above 0";
        let interval = stepper.number_option(options, "intervalMs", 100.0, must, positive)?;
        Ok(LoadShedder::new(LoadShedderOptions {
            concurrency: stepper.count_option(options, "concurrency", 1, 1)?,
            target: stepper.time_option(options, "targetMs", 5.0)?,
            interval: clock::Duration::from_millis_f64(interval),
            max_queue: stepper.bound_option(options, "maxQueue", 0)?,
        }))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::ShedderEnter => match stepper.terms(call, 1) {
                Ok(terms) => enter(stepper, id, terms),
                Err(answer) => answer,
            },
            Host::ShedderLeave => leave(stepper, id),
            Host::ShedderActive => Answer::Return(Value::number(stepper.object::<Self>(id).inside().len() as f64)),
            Host::ShedderWaiting => Answer::Return(Value::number(stepper.object::<Self>(id).waiting() as f64)),
            _ => Answer::Return(Value::Bool(stepper.object::<Self>(id).is_shedding())),
        }
    }

    fn shape(&self) -> ObjectShape {
        let options = self.options();
        let millis = |duration: clock::Duration| FactValue::Count(duration.as_millis_f64() as i64);
        ObjectShape {
            class: "LoadShedder",
            traits: vec![
                ("target ms", millis(options.target)),
                ("interval ms", millis(options.interval)),
            ],
            slots: Slots::Fixed(options.concurrency),
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        LoadShedder::visit(self, to);
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        self.inside().iter().copied().for_each(each);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_holders(format!("a place in {name}"), self.inside())
    }

    fn mode(&self) -> &'static str {
        PLACE.mode
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        let state = if self.is_shedding() { "shedding" } else { "calm" };
        vec![("state", FactValue::word(state))]
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<LoadShedder>(id).cancel(waiter)
    }
}

fn enter(stepper: &mut Stepper<'_>, id: u32, terms: Terms) -> Answer {
    if let Some(answer) = stepper.refused_by(terms) {
        return answer;
    }
    let (actor, now) = (stepper.actor(), stepper.world.now);
    let operation = &"execute";
    let promise = stepper.new_promise(Origin::Host { object: id, operation });
    match stepper
        .object_mut::<LoadShedder>(id)
        .enter(now, Waiter(promise.0), actor)
    {
        Entrance::Granted => {
            stepper.acquired(id, PLACE);
            stepper.fulfil(promise, Value::Undefined);
        }
        Entrance::Queued => {
            let behind = stepper.object::<LoadShedder>(id).waiting() as u32 - 1;
            stepper.queued(id, operation, 1, behind);
            stepper.wait_on(id, promise, terms);
        }
        Entrance::Full => {
            stepper.counted(id, "rejected");
            let waiting = stepper.object::<LoadShedder>(id).waiting();
            let error = overload_error(
                stepper,
                id,
                &format!("{waiting} are waiting already, the most there may be"),
            );
            stepper.reject_promise(promise, error);
        }
    }
    Answer::Return(Value::Object(promise))
}

fn leave(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let (actor, now) = (stepper.actor(), stepper.world.now);
    let mut told = Vec::new();
    if !stepper.object_mut::<LoadShedder>(id).leave(now, actor, &mut told) {
        return stepper.throw(ErrorKind::Error, "a place is given back that nobody has");
    }
    stepper.released(id, PLACE);
    for told in told {
        match told {
            Shed::Granted(waiter, actor) => stepper.hand_off(id, waiter, actor, PLACE),
            Shed::Refused(waiter, actor, waited) => {
                stepper.counted(id, "rejected");
                let object = ObjectId(id);
                stepper.emit_for(TaskId(actor.0), EventKind::Dequeued { object });
                let why = format!("sent away after waiting for {waited}, because others wait too long as well");
                let error = overload_error(stepper, id, &why);
                stepper.reject_promise(ObjectRef(waiter.0), error);
            }
        }
    }
    Answer::Return(Value::Undefined)
}

fn overload_error(stepper: &mut Stepper<'_>, id: u32, why: &str) -> Value {
    let name = stepper.given_name(id);
    stepper.named_error("OverloadError", &format!("{name}.execute(): {why}"))
}
