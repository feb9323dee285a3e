//! Conditions that are claimed to hold always, at some time on every complete run, or in some state of some run.
//!
//! Owns their evaluation: on a copy of the world that is thrown away, so that looking changes nothing. That `sometimes` held
//! in no run at all, only somebody can know who sees all runs.

use std::sync::Arc;

use vm::{Context, Fiber, Halt, Switch, Value};

use crate::host::Answer;
use crate::step::Stepper;
use crate::task::{Activity, Role, Status};
use crate::{Detail, EventKind, FailureKind, Log, PropertyKind, World};

/// How many operations a condition may use.
const CONDITION_OPS_MAX: u64 = 100_000;

/// A condition with what is claimed of it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Property {
    pub(crate) kind: PropertyKind,
    pub(crate) name: Arc<str>,
    pub(crate) condition: Value,
    pub(crate) line: u32,
    /// Whether it was true once in this run, which is all that `eventually` and `sometimes` claim.
    pub(crate) has_held: bool,
}

/// What became of a condition.
enum Verdict {
    Holds,
    Fails,
    /// It could not be evaluated: it threw, waited or did not end.
    Broken(String),
}

impl Stepper<'_> {
    /// States a property.
    pub(crate) fn add_property(&mut self, kind: PropertyKind, name: &str, condition: Value) {
        let property = Property {
            kind,
            name: name.into(),
            condition,
            line: self.position.line,
            has_held: false,
        };
        self.world.seldom_mut().properties.push(property);
        self.emit(EventKind::PropertyNamed {
            kind,
            name: name.to_owned(),
        });
    }

    /// Looks at every condition that can still tell anything. Ends the run if one given to `always` does not hold.
    pub(crate) fn check_properties(&mut self) {
        for index in 0..self.world.seldom.properties.len() {
            let property = &self.world.seldom.properties[index];
            if property.has_held {
                continue;
            }
            let (kind, name) = (property.kind, Arc::clone(&property.name));
            match (kind, self.world.evaluate(index, self.task)) {
                (PropertyKind::Always, Verdict::Holds)
                | (PropertyKind::Eventually | PropertyKind::Sometimes, Verdict::Fails) => {}
                (PropertyKind::Always, Verdict::Fails) => {
                    return self.fail(FailureKind::Always, name.to_string(), Vec::new());
                }
                (PropertyKind::Eventually | PropertyKind::Sometimes, Verdict::Holds) => self.note_held(index),
                (_, Verdict::Broken(why)) => {
                    let failure = match kind {
                        PropertyKind::Always => FailureKind::Always,
                        PropertyKind::Eventually => FailureKind::Eventually,
                        // Whether it is true in some state, nobody will know.
                        PropertyKind::Sometimes => FailureKind::UncaughtError,
                    };
                    return self.fail(failure, format!("{name}: {why}"), Vec::new());
                }
            }
        }
    }

    fn note_held(&mut self, index: usize) {
        let property = &mut self.world.seldom_mut().properties[index];
        property.has_held = true;
        let (kind, name) = (property.kind, property.name.to_string());
        self.emit(match kind {
            PropertyKind::Sometimes => EventKind::SometimesHeld { name },
            PropertyKind::Always | PropertyKind::Eventually => EventKind::EventuallyHeld { name },
        });
    }

    /// Ends a complete run on which a condition given to `eventually` was never true. Returns whether there was one.
    pub(crate) fn check_eventually(&mut self) -> bool {
        let mut properties = self.world.seldom.properties.iter();
        let Some(open) = properties.find(|property| property.kind == PropertyKind::Eventually && !property.has_held)
        else {
            return false;
        };
        let (name, line) = (open.name.to_string(), open.line);
        self.position = bytecode::Position { line, column: 1 };
        self.fail(FailureKind::Eventually, name, Vec::new());
        true
    }
}

impl World {
    /// Every property that was stated so far.
    pub fn properties(&self) -> impl Iterator<Item = (PropertyKind, &str)> {
        self.seldom
            .properties
            .iter()
            .map(|property| (property.kind, property.name.as_ref()))
    }

    fn evaluate(&self, index: usize, task: crate::TaskId) -> Verdict {
        let property = &self.seldom.properties[index];
        let mut world = self.clone();
        world.seldom_mut().properties.clear();
        let condition = property.condition;
        let fiber = match Fiber::call(&mut world.heap, &world.program, condition, Value::Undefined, &[]) {
            Ok(fiber) => fiber,
            Err(thrown) => return world.broken(thrown.0),
        };
        let activity = Activity {
            fiber,
            lane: task,
            role: Role::Callback,
            promise: None,
            status: Status::Ready,
        };
        let id = world.add_activity(activity);
        let mut log = Log::new(Detail::Findings);
        let mut stepper = Stepper {
            world: &mut world,
            log: &mut log,
            task,
            caller: None,
            mark: bytecode::Position::default(),
            position: bytecode::Position {
                line: property.line,
                column: 1,
            },
            fuel: CONDITION_OPS_MAX,
            budget: u32::MAX,
            is_clock: false,
            has_synchronised: false,
            has_spawned: false,
            joining: None,
            has_acted: false,
            touched: Vec::new(),
        };
        loop {
            let halt = stepper.probe(id);
            match halt {
                Halt::Returned(value) => {
                    return if vm::truthy(&world.heap, value) {
                        Verdict::Holds
                    } else {
                        Verdict::Fails
                    };
                }
                Halt::Threw(error) => return world.broken(error),
                Halt::HostCall(call) => match stepper.host_call(id, &call) {
                    Answer::Return(value) => stepper.world.activity_mut(id).fiber.resume(value),
                    Answer::Throw(error) => stepper.world.activity_mut(id).fiber.throw(error),
                    Answer::Park | Answer::Halt | Answer::Stop => {
                        return Verdict::Broken("the condition does not just look".into());
                    }
                },
                Halt::Collect => {}
                Halt::Fuel => return Verdict::Broken("the condition takes too long".into()),
                Halt::Visible | Halt::Await(_) | Halt::AsyncCall(_) => {
                    return Verdict::Broken("the condition waits; it must only look".into());
                }
                Halt::Limit(_) => return Verdict::Broken("the condition uses too much memory".into()),
            }
        }
    }

    fn broken(&self, error: Value) -> Verdict {
        Verdict::Broken(vm::describe_error(&self.heap, &self.program, error))
    }
}

impl Stepper<'_> {
    /// Runs a condition's fiber once, unseen by the other tasks.
    fn probe(&mut self, id: crate::task::ActivityId) -> Halt {
        let world = &mut *self.world;
        let place = world.activities[id.0 as usize]
            .as_mut()
            .expect("the condition's activity is live");
        let activity = world.recycled.make_mut(place);
        let mut context = Context {
            program: &world.program,
            heap: &mut world.heap,
            fuel: &mut self.fuel,
            switch: Switch::Never,
            budget: u32::MAX,
            inline_awaited: true,
            record: false,
            may_join: false,
            has_acted: false,
            accesses: &mut Vec::new(),
            touch: vm::Touch::Nothing,
            callers: &(),
        };
        vm::run(&mut activity.fiber, &mut context)
    }
}
