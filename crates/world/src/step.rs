//! One step: the only way a world moves.
//!
//! Owns what happens around the running of fibers: which lane goes on, firing timers, and what is decided at the end
//! of a step. Running a fiber is in `drive`, what it asks for in `host`.

use std::fmt;

use bytecode::Position;
use vm::ObjectRef;

use crate::footprint::Reach;
use crate::task::{ActivityId, Job, Progress, Status};
use crate::{
    Choice, Event, EventKind, FailureKind, Granularity, LimitKind, Log, Model, Outcome, TaskId, TimeMode, World,
};

/// A choice that is not open now. The world is as it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotEnabled {
    /// The choice.
    pub choice: Choice,
    /// Why it is not open, as a sentence.
    pub reason: String,
}

impl fmt::Display for NotEnabled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for NotEnabled {}

/// A step in the making: the world, the log, and who is running where.
pub(crate) struct Stepper<'a> {
    pub(crate) world: &'a mut World,
    pub(crate) log: &'a mut Log,
    /// The lane that runs.
    pub(crate) task: TaskId,
    /// Whose call is being answered.
    pub(crate) caller: Option<ActivityId>,
    /// Where it is in the source.
    pub(crate) position: Position,
    /// Where the lane is that runs, once it has moved.
    pub(crate) mark: Position,
    /// Operations of the VM that the step may still use.
    pub(crate) fuel: u64,
    /// Visible operations that the step may still do.
    pub(crate) budget: u32,
    /// Whether the clock or something else outside of the program is what acts, and no task.
    pub(crate) is_clock: bool,
    /// Whether the step has done something to an object that orders tasks, so that what it does now need not be possible
    /// at the same time as what others could do when it began.
    pub(crate) has_synchronised: bool,
    /// Whether the step has made a lane.
    pub(crate) has_spawned: bool,
    /// Whether the step has done more than read, as far as others could notice (`threads`, a step an access).
    pub(crate) has_acted: bool,
    /// What `Promise.all` has returned whose call was no place to switch.
    pub(crate) joining: Option<ObjectRef>,
    /// Objects that may have changed since what became of that was last seen to.
    pub(crate) touched: Vec<u32>,
}

impl World {
    /// Lets one choice happen and appends what came of it to the log.
    ///
    /// # Errors
    /// A choice that [`World::choices`] does not list changes nothing and is returned with the reason.
    pub fn step(&mut self, choice: Choice, log: &mut Log) -> Result<(), NotEnabled> {
        let mut enabled = Vec::new();
        self.choices(&mut enabled);
        if !enabled.contains(&choice) {
            return Err(NotEnabled {
                choice,
                reason: self.why_not_enabled(choice),
            });
        }
        self.step_enabled(choice, log);
        Ok(())
    }

    /// The same for a caller that has just taken the choice from [`World::choices`].
    pub fn step_enabled(&mut self, choice: Choice, log: &mut Log) {
        log.retried_in_vain = false;
        log.touch = vm::Touch::Nothing;
        log.has_collected = false;
        self.reach = Reach::default();
        let fuel = self.setup.limits.step_ops;
        let budget = match self.setup.model {
            Model::EventLoop | Model::Tasks => u32::MAX,
            Model::Threads => 1,
        };
        let mut stepper = Stepper {
            world: self,
            log,
            task: TaskId(0),
            caller: None,
            position: Position::default(),
            mark: Position::default(),
            fuel,
            budget,
            is_clock: false,
            has_synchronised: false,
            has_spawned: false,
            has_acted: false,
            joining: None,
            touched: Vec::new(),
        };
        stepper.log.accesses.clear();
        stepper.world.heap.begin_stretch();
        match choice {
            Choice::Run(task) => stepper.run_lane(task),
            Choice::Advance => stepper.advance(),
            Choice::Pick(pick) => stepper.pick(pick),
            Choice::Complete(io) => stepper.complete(io),
        }
        let fuel_left = stepper.fuel;
        stepper.world.ops += fuel - fuel_left;
        stepper.world.was_cut_off = fuel_left == 0;
        stepper.finish();
        self.steps += 1;
    }

    fn why_not_enabled(&self, choice: Choice) -> String {
        if let Some(outcome) = &self.seldom.outcome {
            return format!("the run has ended: {outcome}");
        }
        match choice {
            Choice::Run(task) if (task.0 as usize) < self.tasks.len() => {
                let view = self.task_view(task);
                view.why_not.unwrap_or_else(|| format!("{} cannot run now", view.name))
            }
            Choice::Run(task) => format!("there is no task {}", task.0),
            Choice::Advance if !self.waits_for_clock() => "no timer is waiting".to_owned(),
            Choice::Pick(pick) => match &self.seldom.offer {
                Some(offer) => format!("there is no {pick} among the {} to choose from", offer.values.len()),
                None => "nothing was left open".to_owned(),
            },
            Choice::Complete(io) if io.0 as usize >= self.seldom.ios.len() => format!("there is no {io} under way"),
            Choice::Complete(_) | Choice::Advance if self.seldom.offer.is_some() => {
                "first comes the decision of what was left open".to_owned()
            }
            Choice::Complete(_) => "the event loop does not look for what has completed now".to_owned(),
            Choice::Advance => "the clock moves only when nothing can run".to_owned(),
        }
    }
}

impl Stepper<'_> {
    /// Appends an event of the running lane.
    pub(crate) fn emit(&mut self, kind: EventKind) {
        self.emit_for(self.task, kind);
    }

    /// Appends an event that happens to another lane, at the line of the running one.
    pub(crate) fn emit_for(&mut self, task: TaskId, kind: EventKind) {
        if !self.log.wants(&kind) {
            return;
        }
        let line = if self.is_clock { 0 } else { self.position.line };
        self.log.events.push(Event {
            step: self.world.steps,
            time: self.world.now,
            task,
            line,
            kind,
        });
    }

    /// Takes the place in the source where the running lane stands for the place of what happens.
    pub(crate) fn stand_at_lane(&mut self) {
        self.position = self.world.place_of_lane(self.task);
    }

    fn run_lane(&mut self, task: TaskId) {
        self.task = task;
        self.world.reach.lane(task);
        self.stand_at_lane();
        self.note_preemption();
        match self.world.setup.model {
            Model::EventLoop => self.run_event_loop(),
            Model::Tasks | Model::Threads => self.run_task(),
        }
        self.world.last_ran = Some(task);
    }

    /// Says that the lane of the step before stands still although it could go on.
    fn note_preemption(&mut self) {
        let Some(previous) = self.world.last_ran.filter(|&previous| previous != self.task) else {
            return;
        };
        let is_cut = match self.world.setup.model {
            Model::EventLoop => false,
            Model::Tasks | Model::Threads => {
                self.world.has_turn(previous) && self.world.task(previous).current.is_some()
            }
        };
        if is_cut {
            self.emit_for(previous, EventKind::Paused);
        }
    }

    fn run_event_loop(&mut self) {
        if !self.world.running.is_empty() {
            self.run_stack();
            return;
        }
        if let Some(job) = self.world.take_job() {
            self.run_job(job);
        }
    }

    fn run_task(&mut self) {
        let current = self.world.task(self.task).current;
        let was_running = self.world.last_ran == Some(self.task) && current.is_some();
        if current.is_none()
            && !self.world.task(self.task).retries.is_empty()
            && let Some(retry) = self.world.task_mut(self.task).retries.pop_front()
        {
            self.end_join(None);
            self.emit(EventKind::Resumed);
            self.retry(retry);
            return;
        }
        // What holds the lane goes on holding it: a step that only goes on leaves the task's record alone.
        let Some(activity) = current.or_else(|| self.world.task_mut(self.task).ready.pop_front()) else {
            return;
        };
        if !was_running {
            self.emit(EventKind::Resumed);
        }
        if self.end_join(Some(activity)) {
            return;
        }
        self.enter_critical();
        if current.is_none() && self.may_be_asked_again() {
            self.budget = 0;
        }
        self.run_activity(activity);
    }

    /// Whether the lane, which begins to go on, also waits for something that it may have to ask for again (`threads`, a step
    /// an access). Once it goes on, that has to wait: so to begin is a step of its own, after which others can wake it.
    fn may_be_asked_again(&mut self) -> bool {
        let setup = &self.world.setup;
        if setup.model != Model::Threads || setup.granularity != Granularity::Access {
            return false;
        }
        let actor = self.actor();
        let objects = self.world.objects.iter();
        let place = objects
            .map(|object| object.primitive.asks_again(actor))
            .position(|asks| asks);
        if let Some(id) = place {
            self.world.reach.object(id as u32);
        }
        place.is_some()
    }

    /// Decides, after everything that the choice led to, what is left to happen.
    fn finish(&mut self) {
        self.drain_jobs();
        // A step that has left something open is not over.
        if self.world.seldom.outcome.is_none() && self.world.seldom.offer.is_none() {
            self.check_properties();
        }
        if self.world.seldom.outcome.is_none() && self.is_quiet() {
            self.check_rejections();
        }
        if self.world.seldom.outcome.is_none() {
            self.check_end();
        }
        if self.world.heap.wants_collection() {
            self.collect_garbage();
        }
    }

    /// Frees what nothing can reach, and says so: slots are given out again after it.
    pub(crate) fn collect_garbage(&mut self) {
        self.world.collect_garbage();
        self.log.has_collected = true;
    }

    /// Whether it is time to look for rejections that nobody handled: as in Node when the microtasks are done, in the
    /// other models, where a task may be awaited late, when nothing else is left.
    fn is_quiet(&self) -> bool {
        if self.surely_goes_on() {
            return false;
        }
        match self.world.setup.model {
            Model::EventLoop => self.world.next_job().is_none() && self.world.running.is_empty(),
            Model::Tasks | Model::Threads => self.world.is_at_rest() || self.only_daemons_are_left(),
        }
    }

    /// Whether it can be told at once that there is a next step, for somebody whom the end of the run waits for.
    fn surely_goes_on(&self) -> bool {
        self.world.going_daemons == 0
            && match self.world.setup.model {
                Model::EventLoop => self.world.next_lane().is_some(),
                Model::Tasks | Model::Threads => self.world.last_ran.is_some_and(|task| self.world.has_turn(task)),
            }
    }

    fn check_end(&mut self) {
        if self.surely_goes_on() {
            return;
        }
        if !self.world.is_at_rest() && !self.only_daemons_are_left() {
            return;
        }
        let waiting: Vec<TaskId> = (0..self.world.tasks.len())
            .map(|index| TaskId(index as u32))
            .filter(|&id| {
                let task = self.world.task(id);
                !task.is_daemon && task.progress == Progress::Going
            })
            .collect();
        if waiting.is_empty() {
            if self.check_eventually() {
                return;
            }
            self.tell_leaks();
            self.emit(EventKind::RunFinished);
            self.world.seldom_mut().outcome = Some(Outcome::Finished);
            return;
        }
        let explanation = self.world.explain_deadlock(&waiting);
        self.emit(EventKind::Deadlocked {
            tasks: waiting.clone(),
            explanation: explanation.join("; "),
        });
        self.world.seldom_mut().outcome = Some(Outcome::Deadlock {
            tasks: waiting,
            explanation,
        });
    }

    /// Whether every task that is no daemon has finished while daemons could go on, so that the run is over.
    fn only_daemons_are_left(&self) -> bool {
        self.world.going_daemons > 0
            && self
                .world
                .tasks
                .iter()
                .all(|task| task.is_daemon || task.progress != Progress::Going)
            && !self.world.is_anything_left_for(|task| !self.world.task(task).is_daemon)
    }

    /// Whether others may come first where an activity ends with an error, which may be told instead of theirs or end the run
    /// before they do, or wins a race. Other ends need no place to switch before them, as nobody can tell which comes first.
    pub(crate) fn lets_others_in(&mut self) -> bool {
        let setup = &self.world.setup;
        if setup.model != Model::Threads || setup.granularity != Granularity::Access || self.budget > 0 {
            return false;
        }
        // Whether anybody can is up to everybody.
        self.world.reach.open();
        self.world.can_others_act(self.task)
    }

    /// Whether others may come first where a call ends the run: after something that they could see, so that they could
    /// end it in another way. What only reads need not come before theirs, and has not if the call is the first operation.
    pub(crate) fn lets_others_fail(&mut self) -> bool {
        self.has_acted && self.world.setup.limits.step_ops > self.fuel + 1 && self.lets_others_in()
    }

    /// Whether daemons could still do something before an activity ends that the end of the run waits for, although a thread's
    /// step may go no further without letting others in. When in doubt it is yes: that costs a step.
    pub(crate) fn lets_daemons_in(&self, id: ActivityId) -> bool {
        let world = &*self.world;
        if world.going_daemons == 0 || self.budget > 0 {
            return false;
        }
        let own = world.activity(id).lane;
        let is_daemon = |task: TaskId| world.task(task).is_daemon;
        let is_last = world
            .tasks
            .iter()
            .enumerate()
            .all(|(index, task)| task.is_daemon || task.progress != Progress::Going || TaskId(index as u32) == own);
        is_last && !is_daemon(own) && world.is_anything_left_for(is_daemon)
    }

    /// Ends the run badly.
    pub(crate) fn fail(&mut self, failure: FailureKind, message: String, stack: Vec<String>) {
        if self.world.seldom.outcome.is_some() {
            return;
        }
        self.emit(EventKind::RunFailed {
            failure,
            message: message.clone(),
            stack: stack.clone(),
        });
        self.world.seldom_mut().outcome = Some(Outcome::Failed {
            failure,
            message,
            task: self.task,
            line: self.position.line,
            column: self.position.column,
            stack,
        });
    }

    /// Ends the run at a bound.
    pub(crate) fn stop_at(&mut self, limit: LimitKind) {
        if self.world.seldom.outcome.is_some() {
            return;
        }
        self.emit(EventKind::LimitReached { limit });
        self.world.seldom_mut().outcome = Some(Outcome::Limit {
            limit,
            task: self.task,
            line: self.position.line,
        });
    }
}

impl World {
    /// Whether anybody else could take the next step although this task can.
    fn can_others_act(&self, task: TaskId) -> bool {
        let mut others = (0..self.tasks.len()).map(|index| TaskId(index as u32));
        others.any(|other| other != task && self.has_turn(other))
            || !self.jobs.is_empty()
            || !self.seldom.ios.is_empty()
            || (self.waits_for_clock() && (self.setup.time == TimeMode::Any || self.is_timer_due()))
    }

    /// Whether a job, timer or callback belongs to a lane for which `matters` holds.
    fn is_anything_left_for(&self, matters: impl Fn(TaskId) -> bool) -> bool {
        let lane_of = |id: ActivityId| self.activity(id).lane;
        self.jobs.iter().chain(&self.seldom.ticks).any(|job| match job {
            Job::Run(activity) | Job::Settle { activity, .. } => matters(lane_of(*activity)),
            Job::Call { task, .. } | Job::Retry { task, .. } => matters(*task),
            Job::Pass { .. } | Job::Follow { .. } | Job::Aggregate { .. } => true,
        }) || self
            .timers
            .iter()
            .any(|(_, _, action)| self.is_timer_refed(action) && matters(self.task_of_timer(action)))
            || self
                .seldom
                .immediates
                .iter()
                .any(|immediate| self.is_refed(immediate.timer) && matters(immediate.task))
            || self.seldom.ios.iter().any(|io| matters(io.task))
            || self
                .activities
                .iter()
                .flatten()
                .any(|activity| matters(activity.lane) && matches!(activity.status, Status::Ready | Status::Working(_)))
    }
}
