//! Conditions that must hold in every state.
//!
//! Owns their evaluation: on a copy of the world that is thrown away, so that looking changes nothing.

use vm::{Context, Fiber, Halt, Switch, Value};

use crate::host::Answer;
use crate::step::Stepper;
use crate::task::{Activity, Role, Status};
use crate::{Detail, FailureKind, Log, World};

/// How many operations a condition may use.
const CONDITION_OPS_MAX: u64 = 100_000;

/// A condition given to `always`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) condition: Value,
    pub(crate) line: u32,
}

/// What became of a condition.
enum Verdict {
    Holds,
    Fails,
    /// It could not be evaluated: it threw, waited or did not end.
    Broken(String),
}

impl Stepper<'_> {
    /// Ends the run if a condition given to `always` does not hold now.
    pub(crate) fn check_properties(&mut self) {
        for index in 0..self.world.properties.len() {
            let message = match self.world.evaluate(index, self.task) {
                Verdict::Holds => continue,
                Verdict::Fails => self.world.properties[index].name.clone(),
                Verdict::Broken(why) => format!("{}: {why}", self.world.properties[index].name),
            };
            self.fail(FailureKind::Always, message, Vec::new());
            return;
        }
    }
}

impl World {
    fn evaluate(&self, index: usize, task: crate::TaskId) -> Verdict {
        let property = &self.properties[index];
        let mut world = self.clone();
        world.properties.clear();
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
                    Answer::Park | Answer::Stop => return Verdict::Broken("the condition does not just look".into()),
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
        let activity = std::sync::Arc::make_mut(place);
        let mut context = Context {
            program: &world.program,
            heap: &mut world.heap,
            fuel: &mut self.fuel,
            switch: Switch::Never,
            budget: u32::MAX,
            inline_awaited: true,
            record: false,
            accesses: &mut Vec::new(),
            callers: &(),
        };
        vm::run(&mut activity.fiber, &mut context)
    }
}
