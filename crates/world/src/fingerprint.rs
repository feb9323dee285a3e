//! Canonical fingerprints of worlds.
//!
//! Owns what of a world belongs to its state, in which order it is hashed, and how activities are named. The hash and
//! the walk over the heap are the VM's. Left out: the log, counters of steps and lines, reasons that only a screen
//! shows, who ran last, and absolute time unless the program can read a clock; deadlines go in relative to now.

use bytecode::Program;
use clock::Instant;
use primitives::{Visit, Waiter};
use vm::{Canonical, CanonicalScratch, ObjectRef, Value};

use crate::io::Io;
use crate::pick::Offered;
use crate::task::{Activity, ActivityId, Job, Progress, Retry, Role, Settled, Status, TimerAction};
use crate::world::{FIRST_TIMER, hash_name};
use crate::{PropertyKind, TaskId, World};

/// Makes fingerprints; one per search, because it keeps its working memory.
#[derive(Clone, Debug)]
pub struct Fingerprinter {
    scratch: CanonicalScratch,
}

impl Fingerprinter {
    /// Prepares for a program.
    #[must_use]
    pub fn new(program: &Program) -> Fingerprinter {
        Fingerprinter {
            scratch: CanonicalScratch::new(program),
        }
    }

    /// 128 bits that are equal for two states of the program exactly (but for a collision of the hash) when the
    /// states are the same up to the numbering of heap slots and activities and what cannot matter any more.
    pub fn fingerprint(&mut self, world: &World) -> u128 {
        let mut state = State {
            world,
            canonical: Canonical::new(&world.heap, &world.program, &mut self.scratch),
        };
        state.name_activities();
        state.tasks();
        while state.next_activity() {}
        state.queues();
        state.open();
        state.rest();
        state.everything_met();
        state.unmet();
        state.canonical.finish()
    }
}

struct State<'a> {
    world: &'a World,
    canonical: Canonical<'a>,
}

impl State<'_> {
    /// Numbers activities in an order that does not depend on how they came about: lane by lane, in each lane the body, the
    /// one that holds the lane, and those in line. The others get theirs when the walk comes to what they wait for.
    fn name_activities(&mut self) {
        for task in &self.world.tasks {
            for &ActivityId(id) in task.body.iter().chain(&task.current).chain(&task.ready) {
                self.canonical.fiber_number(id);
            }
        }
    }

    /// Adds the next activity that was met; `false` if there is none.
    fn next_activity(&mut self) -> bool {
        let Some(id) = self.canonical.next_fiber() else {
            return false;
        };
        match &self.world.activities[id as usize] {
            Some(activity) => self.activity(activity),
            None => self.word(41 << 48),
        }
        true
    }

    fn id(&mut self, id: ActivityId) {
        let number = self.canonical.fiber_number(id.0);
        self.word(u64::from(number));
    }

    /// An instant, as what is left of it.
    fn deadline(&mut self, until: Instant) {
        self.word(until.saturating_since(self.world.now).0);
    }

    /// When an interval comes again whose function runs: once that is over, as its place among those that are over, too.
    fn next_turn(&mut self, until: Instant) {
        let world = self.world;
        self.deadline(until);
        if until < world.now {
            let timers = world.timers.iter().filter(|&(deadline, _, _)| deadline <= until);
            let others = world
                .activities
                .iter()
                .flatten()
                .filter(|activity| matches!(activity.role, Role::Interval { until: other, .. } if other < until));
            self.word(40 << 48 | (timers.count() as u64) << 24 | others.count() as u64);
        }
    }

    fn tasks(&mut self) {
        self.word(self.world.tasks.len() as u64 | u64::from(self.world.has_priorities) << 63);
        for task in &self.world.tasks {
            let progress = match task.progress {
                Progress::Going => 0,
                Progress::Done => 1,
                Progress::Failed => 2,
                Progress::Cancelled => 3,
            };
            let stands = u64::from(task.current.is_some()) << 1 | u64::from(task.critical.is_some()) << 2;
            let cancelled = task
                .cancelled
                .map_or(0, |cancelled| 1 << 3 | u64::from(cancelled.is_due) << 4);
            let flags = u64::from(task.is_daemon) | stands | cancelled;
            // What follows is as long as these say, so that no two lists can be read as one another.
            self.word(progress | flags << 8 | (task.ready.len() as u64) << 16 | (task.retries.len() as u64) << 40);
            self.word(task.name_hash);
            if self.world.has_priorities {
                self.word(u64::from(task.priority.cast_unsigned()) | u64::from(task.is_call) << 32);
            }
            if let Some(current) = task.current {
                self.id(current);
            }
            if let Some(name) = &task.critical {
                self.word(hash_name(name));
            }
            if let Some(cancelled) = task.cancelled {
                self.canonical.value(cancelled.reason);
                self.canonical.reference(cancelled.outcome);
            }
            // Asked first, because going over an empty ring costs more than that.
            if !task.ready.is_empty() {
                task.ready.iter().for_each(|&id| self.id(id));
            }
            if !task.retries.is_empty() {
                task.retries.iter().for_each(|&retry| self.retry(retry));
            }
        }
    }

    fn retry(&mut self, retry: Retry) {
        self.word(1 << 48 | u64::from(retry.object));
        self.canonical.reference(retry.waiter);
    }

    fn activity(&mut self, activity: &Activity) {
        let role = match activity.role {
            Role::Body => 0,
            Role::Call => 1,
            Role::Callback => 2,
            Role::Thenable => 3,
            Role::AsyncCallback { .. } => 4,
            Role::Interval { .. } => 5,
        };
        let (status, promise) = match activity.status {
            Status::Ready => (0, None),
            Status::Waiting(promise) => (1, Some(promise)),
            Status::Working(_) => (2, None),
        };
        let settles = u64::from(activity.promise.is_some());
        self.word(2 << 48 | settles << 44 | status << 40 | role << 32 | u64::from(activity.lane.0));
        if let Role::AsyncCallback { derived } = activity.role {
            self.canonical.reference(derived);
        }
        if let Role::Interval { timer, until } = activity.role {
            self.canonical.reference(timer);
            self.next_turn(until);
        }
        if let Status::Working(until) = activity.status {
            self.deadline(until);
        }
        for promise in promise.into_iter().chain(activity.promise) {
            self.canonical.reference(promise);
        }
        self.canonical.fiber(&activity.fiber);
    }

    fn queues(&mut self) {
        let world = self.world;
        // Most are empty in most states. Each begins with a word of its own, so that it is plain which are left out.
        if !world.running.is_empty() {
            self.word(3 << 48 | world.running.len() as u64);
            world.running.iter().for_each(|&id| self.id(id));
        }
        if !world.jobs.is_empty() {
            self.word(4 << 48 | world.jobs.len() as u64);
            world.jobs.iter().for_each(|job| self.job(job));
        }
        if !world.seldom.ticks.is_empty() {
            self.word(31 << 48 | (world.turn as u64) << 32 | world.seldom.ticks.len() as u64);
            for job in &world.seldom.ticks {
                self.job(job);
            }
        }
        if !world.timers.is_empty() {
            self.word(5 << 48 | world.timers.len() as u64);
        }
        let mut before = None;
        for (deadline, _, action) in world.timers.iter() {
            self.deadline(deadline);
            // Of those whose time is over it counts which fire together, and no longer by how much.
            if deadline <= world.now && before.is_some_and(|before| before < deadline) {
                self.word(39 << 48);
            }
            before = Some(deadline);
            self.timer(action);
        }
        if !world.seldom.watches.is_empty() {
            self.word(35 << 48 | world.seldom.watches.len() as u64);
        }
        for watch in &world.seldom.watches {
            self.word(u64::from(watch.task.0));
            self.canonical.reference(watch.signal);
            self.canonical.reference(watch.waiter);
        }
        if world.seldom.immediates.len() > 0 {
            self.word(30 << 48 | world.seldom.immediates.len() as u64);
            self.word(u64::from(world.seldom.immediates.left()));
        }
        for immediate in world.seldom.immediates.iter() {
            self.word(u64::from(immediate.task.0));
            self.canonical.reference(immediate.timer);
        }
    }

    /// What is under way outside of the program, and what the program has left open.
    fn open(&mut self) {
        let world = self.world;
        if world.is_firing || !world.seldom.ios.is_empty() {
            self.word(36 << 48 | u64::from(world.is_firing) << 40 | world.seldom.ios.len() as u64);
        }
        world.seldom.ios.iter().for_each(|io| self.io(io));
        if let Some(offer) = &world.seldom.offer {
            self.word(32 << 48 | offer.values.len() as u64);
            self.id(offer.activity);
            self.values(&offer.values);
            match offer.of {
                Offered::Values => {}
                Offered::Cases(cases) => self.canonical.value(cases),
                Offered::Errors => self.word(43 << 48),
            }
        }
        for join in &world.seldom.joins {
            self.word(44 << 48 | u64::from(join.is_open) << 40 | join.errors.len() as u64);
            self.word(u64::from(join.first));
            self.id(join.activity);
            self.canonical.reference(join.promise);
            self.values(&join.errors);
        }
    }

    fn io(&mut self, io: &Io) {
        self.word(33 << 48 | u64::from(io.task.0));
        self.word(hash_name(&io.name));
        self.canonical.reference(io.promise);
        self.canonical.value(io.result);
    }

    fn job(&mut self, job: &Job) {
        match job {
            Job::Run(activity) => {
                self.word(6 << 48);
                self.id(*activity);
            }
            Job::Settle { activity, outcome } => {
                self.word(7 << 48);
                self.id(*activity);
                self.settled(*outcome);
            }
            Job::Call {
                callback,
                this,
                arguments,
                derived,
                task,
            } => {
                self.word(8 << 48 | (arguments.len() as u64) << 32 | u64::from(task.0));
                self.canonical.value(*callback);
                self.canonical.value(*this);
                self.values(arguments);
                self.optional(*derived);
            }
            Job::Retry { retry, task } => {
                self.word(9 << 48 | u64::from(task.0));
                self.retry(*retry);
            }
            Job::Pass { promise, outcome } => {
                self.word(10 << 48);
                self.canonical.reference(*promise);
                self.settled(*outcome);
            }
            Job::Follow { promise, source } => {
                self.word(11 << 48);
                self.canonical.reference(*promise);
                self.canonical.reference(*source);
            }
            Job::Aggregate {
                aggregate,
                index,
                outcome,
            } => {
                self.word(12 << 48 | u64::from(*index));
                self.canonical.reference(*aggregate);
                self.settled(*outcome);
            }
        }
    }

    fn timer(&mut self, action: &TimerAction) {
        match action {
            TimerAction::Resolve { promise, error, task } => {
                self.word(13 << 48 | u64::from(error.is_some()) << 40 | u64::from(task.0));
                self.canonical.reference(*promise);
                error.iter().for_each(|&error| self.canonical.value(error));
            }
            TimerAction::Call { timer, task } => {
                self.word(14 << 48 | u64::from(task.0));
                self.canonical.reference(*timer);
            }
            TimerAction::GiveUp {
                object,
                waiter,
                task,
                told,
            } => {
                self.word(15 << 48 | u64::from(task.0));
                self.word(u64::from(*object));
                self.word(told.map_or(u64::MAX, |limit| limit.0));
                self.canonical.reference(*waiter);
            }
            TimerAction::Select { promise, case, task } => {
                self.word(24 << 48 | u64::from(*case) << 32 | u64::from(task.0));
                self.canonical.reference(*promise);
            }
            TimerAction::Tick { object, .. } => self.word(23 << 48 | u64::from(*object)),
            TimerAction::EndWork { activity } => {
                self.word(16 << 48);
                self.id(*activity);
            }
            TimerAction::Complete(io) => self.io(io),
        }
    }

    fn values(&mut self, values: &[Value]) {
        values.iter().for_each(|&value| self.canonical.value(value));
    }

    fn optional(&mut self, promise: Option<ObjectRef>) {
        match promise {
            Some(promise) => self.canonical.reference(promise),
            None => self.word(17 << 48),
        }
    }

    fn settled(&mut self, settled: Settled) {
        match settled {
            Settled::Fulfilled(value) => {
                self.word(18 << 48);
                self.canonical.value(value);
            }
            Settled::Rejected(error) => {
                self.word(19 << 48);
                self.canonical.value(error);
            }
        }
    }

    fn rest(&mut self) {
        let world = self.world;
        if !world.seldom.properties.is_empty() {
            self.word(20 << 48 | world.seldom.properties.len() as u64);
        }
        for property in world.seldom.properties.iter() {
            // That `sometimes` held is told once and changes nothing that follows.
            let has_held = property.kind == PropertyKind::Eventually && property.has_held;
            self.word((property.kind as u64) << 1 | u64::from(has_held));
            self.canonical.value(property.condition);
        }
        for &(promise, TaskId(task), line) in &world.seldom.rejected {
            self.word(21 << 48 | u64::from(task) << 32 | u64::from(line));
            self.canonical.reference(promise);
        }
        if world.has_drawn() {
            self.word(37 << 48);
            self.word(world.random);
        }
        self.console();
        // The number that the next timer is converted to and the names that the next lanes get are values of the program.
        if world.next_timer != FIRST_TIMER {
            self.word(29 << 48 | u64::from(world.next_timer));
        }
        world
            .seldom
            .names
            .values()
            .for_each(|&count| self.word(u64::from(count)));
        if let Some(TaskId(task)) = world.unfinished_step() {
            self.word(28 << 48 | u64::from(task));
        }
        if world.observes_time {
            self.word(world.now.0);
        }
        let end = match &world.seldom.outcome {
            None => 0,
            Some(crate::Outcome::Finished) => 1,
            Some(crate::Outcome::Failed { failure, .. }) => 2 + *failure as u64,
            Some(crate::Outcome::Deadlock { .. }) => 16,
            Some(crate::Outcome::Limit { .. }) => 17,
        };
        self.word(22 << 48 | end);
    }

    /// What later lines will show; nothing while the console remembers nothing.
    fn console(&mut self) {
        let world = self.world;
        let console = &world.seldom.console;
        if console.is_empty() {
            return;
        }
        self.word(38 << 48 | u64::from(console.indentation));
        self.word((console.counters.len() as u64) << 32 | console.timers.len() as u64);
        for (label, count) in &console.counters {
            self.word(hash_name(label));
            self.word(u64::from(*count));
        }
        for (label, start) in &console.timers {
            self.word(hash_name(label));
            self.word(world.now.saturating_since(*start).0);
        }
    }

    /// Walks the heap, and adds the objects and activities that it leads to.
    fn everything_met(&mut self) {
        loop {
            self.canonical.finish_heap();
            if let Some((_, id)) = self.canonical.next_host() {
                let object = &self.world.objects[id as usize];
                self.word(object.label.given_hash);
                object.primitive.visit(self);
            } else if !self.next_activity() {
                break;
            }
        }
    }

    /// Adds what nothing leads to: activities that wait for what nobody can settle, and who holds what nobody knows.
    fn unmet(&mut self) {
        let world = self.world;
        if self.canonical.fiber_count() < world.activities.len() - world.free.len() {
            let live = world.activities.iter().enumerate().filter(|(_, place)| place.is_some());
            for (index, _) in live {
                self.canonical.fiber_number(index as u32);
            }
            self.everything_met();
        }
        let lost = self.world.holders_of_unknown(|id| self.canonical.has_host(id));
        for TaskId(task) in lost {
            self.word(34 << 48 | u64::from(task));
        }
    }
}

impl Visit<Value> for State<'_> {
    fn now(&self) -> Instant {
        self.world.now
    }

    fn word(&mut self, word: u64) {
        self.canonical.word(word);
    }

    fn waiter(&mut self, waiter: Waiter) {
        self.canonical.reference(ObjectRef(waiter.0));
    }

    fn value(&mut self, value: &Value) {
        self.canonical.value(*value);
    }
}
