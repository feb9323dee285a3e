//! The state of a run, and how it begins.

use std::collections::VecDeque;
use std::sync::Arc;

use bytecode::{Position, Program};
use clock::{DeadlineQueue, Instant};
use vm::{Fiber, Heap, HeapLimits, Recycled};

use crate::footprint::Reach;
use crate::jobs::Turn;
use crate::object::HostObject;
use crate::seldom::Seldom;
use crate::task::{Activity, ActivityId, Job, Progress, Role, Status, Task, TimerAction};
use crate::{Choice, Event, EventKind, Log, Model, Outcome, Setup, TaskId, TimeMode};

/// The number of the first timer that the program converts to one.
pub(crate) const FIRST_TIMER: u32 = 1;

/// Everything there is in a run, as plain data.
///
/// The protocol: [`World::choices`] lists what may happen next, [`World::step`] lets one of it happen. When the list is
/// empty, [`World::outcome`] says how the run ended. Cloning is cheap: what two worlds have in common, they share.
#[derive(PartialEq, Eq, Hash, Debug)]
pub struct World {
    pub(crate) program: Arc<Program>,
    pub(crate) setup: Arc<Setup>,
    pub(crate) heap: Heap,
    pub(crate) now: Instant,
    pub(crate) steps: u32,
    /// Operations of the VM so far.
    pub(crate) ops: u64,
    /// Whether the last step ended only because it had used up its operations.
    pub(crate) was_cut_off: bool,
    pub(crate) tasks: Vec<Arc<Task>>,
    /// How many daemons have not finished. Invariant: (4) as many as there are.
    pub(crate) going_daemons: u32,
    /// Whether any task was ever more or less urgent than another.
    pub(crate) has_priorities: bool,
    /// Live fibers. Invariant: (1) a number in `free` is an empty place, and every empty place is in `free`.
    pub(crate) activities: Vec<Option<Arc<Activity>>>,
    pub(crate) free: Vec<ActivityId>,
    /// Fibers that called one another without awaiting and were cut off in the middle (`event-loop` only): outermost
    /// first. Invariant: (2) empty between steps unless a step ran into the limit of operations or left something open.
    pub(crate) running: Vec<ActivityId>,
    /// Microtasks. Invariant: (3) in `tasks` and `threads` empty between steps.
    pub(crate) jobs: VecDeque<Job>,
    pub(crate) turn: Turn,
    pub(crate) timers: DeadlineQueue<TimerAction>,
    /// How many of them are time limits of waits on objects.
    pub(crate) time_limits: u32,
    pub(crate) next_timer: u32,
    /// Whether the event loop is in the middle of timers that are due, where it does not look for what has completed.
    pub(crate) is_firing: bool,
    pub(crate) objects: Vec<Arc<HostObject>>,
    /// What few steps change, to be written to by [`World::seldom_mut`].
    pub(crate) seldom: Arc<Seldom>,
    /// The task of the last step, for the first-in-first-out policy and for the log.
    pub(crate) last_ran: Option<TaskId>,
    pub(crate) ready_count: u64,
    pub(crate) console_lines: u32,
    pub(crate) last_line: Option<Arc<str>>,
    /// The state of the generator behind `Math.random`.
    pub(crate) random: u64,
    /// Whether the program can see what time it is, so that absolute time is part of its state.
    pub(crate) observes_time: bool,
    /// What the step under way has reached.
    pub(crate) reach: Reach,
    /// Memory for activities that are written to.
    pub(crate) recycled: Recycled<Activity, 3>,
}

impl World {
    /// A world in which the main line is about to begin.
    #[must_use]
    pub fn new(program: Arc<Program>, setup: Setup, log: &mut Log) -> World {
        let limits = HeapLimits {
            max_bytes: setup.limits.heap_bytes as usize,
            max_text_len: setup.limits.text_len as usize,
            max_array_len: setup.limits.array_len as usize,
            max_stack_depth: setup.limits.stack_depth as usize,
            max_regexp_steps: setup.limits.regexp_steps,
        };
        let heap = Heap::new(&program, limits);
        let fiber = Fiber::main(&program);
        let observes_time = crate::mention::observes_time(&program);
        // Node evaluates a module in a microtask, a script outside of any.
        let turn = if program.is_module {
            Turn::Microtasks
        } else {
            Turn::Macrotask
        };
        let seed = setup.seed;
        let mut world = World {
            program,
            setup: Arc::new(setup),
            heap,
            now: Instant::ZERO,
            steps: 0,
            ops: 0,
            was_cut_off: false,
            tasks: Vec::new(),
            going_daemons: 0,
            has_priorities: false,
            activities: Vec::new(),
            free: Vec::new(),
            running: Vec::new(),
            jobs: VecDeque::new(),
            turn,
            timers: DeadlineQueue::new(),
            time_limits: 0,
            next_timer: FIRST_TIMER,
            is_firing: false,
            objects: Vec::new(),
            seldom: Arc::default(),
            last_ran: None,
            ready_count: 0,
            console_lines: 0,
            last_line: None,
            random: seed,
            observes_time,
            reach: Reach::default(),
            recycled: Recycled::default(),
        };
        let main = world.add_task("main".to_owned(), false, 0);
        let body = world.add_activity(Activity {
            fiber,
            lane: main,
            role: Role::Body,
            promise: None,
            status: Status::Ready,
        });
        world.task_mut(main).body = Some(body);
        world.make_ready(body);
        let kind = EventKind::Spawned {
            name: "main".to_owned(),
            parent: None,
            daemon: false,
            priority: 0,
        };
        log.push(Event {
            step: 0,
            time: Instant::ZERO,
            task: main,
            line: 0,
            kind,
        });
        world
    }

    /// The machine.
    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The program.
    #[must_use]
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }

    /// The virtual time.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.now
    }

    /// How many steps were taken.
    #[must_use]
    pub fn steps(&self) -> u32 {
        self.steps
    }

    /// How much memory the world takes beside the one that a step led from, about: what worlds that are one step apart do
    /// not share. A function of the world alone, whatever is shared in fact.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        let pointers = self.tasks.len() + self.activities.len() + self.objects.len();
        let records = size_of::<Task>() + 2 * size_of::<Activity>() + size_of::<HostObject>();
        let stack = self
            .activities
            .iter()
            .flatten()
            .map(|activity| activity.fiber.bytes())
            .max();
        let total = size_of::<World>() + pointers * size_of::<usize>() + records + stack.unwrap_or(0);
        (total + self.heap.bytes_of_a_copy()) as u64
    }

    /// Whether the last step used up its operations before it came to its own end. Drivers count such steps for more,
    /// so that an endless loop meets their bound soon.
    #[must_use]
    pub fn was_cut_off(&self) -> bool {
        self.was_cut_off
    }

    /// How many operations of the VM were executed: what a driver bounds an endless loop by.
    #[must_use]
    pub fn ops(&self) -> u64 {
        self.ops
    }

    /// How the run ended, if it has.
    #[must_use]
    pub fn outcome(&self) -> Option<&Outcome> {
        self.seldom.outcome.as_ref()
    }

    /// The console line that was printed last.
    #[must_use]
    pub fn last_line(&self) -> Option<&str> {
        self.last_line.as_deref()
    }

    /// How many lines were printed.
    #[must_use]
    pub fn console_lines(&self) -> u32 {
        self.console_lines
    }

    /// Whether the program has drawn anything at random, so that what follows depends on the seed.
    #[must_use]
    pub fn has_drawn(&self) -> bool {
        self.random != self.setup.seed
    }

    /// Lists what may happen next, in a fixed order: tasks by number, then what is under way outside of the program, then
    /// the clock; of something that was left open, each way. Empty when the run has ended.
    pub fn choices(&self, out: &mut Vec<Choice>) {
        out.clear();
        if self.seldom.outcome.is_some() {
            return;
        }
        if let Some(offer) = &self.seldom.offer {
            out.extend((0..offer.values.len() as u32).map(Choice::Pick));
            return;
        }
        match self.setup.model {
            Model::EventLoop => match self.next_lane() {
                Some(task) => out.push(Choice::Run(task)),
                None => {
                    out.extend(self.completable().map(Choice::Complete));
                    out.extend(self.waits_for_clock().then_some(Choice::Advance));
                }
            },
            Model::Tasks | Model::Threads => {
                if let Some(task) = self.unfinished_step() {
                    out.push(Choice::Run(task));
                    return;
                }
                if !self.cores_are_taken() {
                    let ids = (0..self.tasks.len()).map(|index| TaskId(index as u32));
                    let ready = ids.filter(|&task| self.has_turn(task));
                    match self.precedence() {
                        None => out.extend(ready.map(Choice::Run)),
                        Some(precedence) => out.extend(ready.filter(|&task| precedence.admits(task)).map(Choice::Run)),
                    }
                }
                // What computes lets time pass although others could run: whatever it passed by is due then.
                let may_advance = out.is_empty() || self.setup.time == TimeMode::Any || self.is_timer_due();
                out.extend(self.completable().map(Choice::Complete));
                if may_advance && self.waits_for_clock() {
                    out.push(Choice::Advance);
                }
            }
        }
    }

    /// Whether nothing may happen any more, or yet: [`World::choices`] lists nothing.
    pub(crate) fn is_at_rest(&self) -> bool {
        let can_any_run = match self.setup.model {
            Model::EventLoop => self.next_lane().is_some(),
            Model::Tasks | Model::Threads => {
                let mut tasks = (0..self.tasks.len()).map(|index| TaskId(index as u32));
                self.seldom.outcome.is_none() && !self.cores_are_taken() && tasks.any(|task| self.has_turn(task))
            }
        };
        if can_any_run {
            return false;
        }
        let mut choices = Vec::new();
        self.choices(&mut choices);
        choices.is_empty()
    }

    /// The task whose step was cut off although its model lets nobody else in before the next `await`.
    pub(crate) fn unfinished_step(&self) -> Option<TaskId> {
        let is_whole = self.setup.model != Model::Tasks || !self.was_cut_off;
        self.last_ran
            .filter(|&task| !is_whole && self.has_turn(task) && self.task(task).current.is_some())
    }

    /// The lane whose turn it is in the event loop.
    pub(crate) fn next_lane(&self) -> Option<TaskId> {
        // A run that has ended may have been cut off in the middle of a call, and goes nowhere.
        if self.seldom.outcome.is_some() {
            return None;
        }
        if let Some(&top) = self.running.last() {
            return Some(self.activity(top).lane);
        }
        self.next_job().and_then(|job| self.lane_of_job(job))
    }

    /// The lane in which a job runs something of the learner's.
    pub(crate) fn lane_of_job(&self, job: &Job) -> Option<TaskId> {
        match job {
            Job::Run(activity) | Job::Settle { activity, .. } => Some(self.activity(*activity).lane),
            Job::Call { task, .. } | Job::Retry { task, .. } => Some(*task),
            Job::Pass { .. } | Job::Follow { .. } | Job::Aggregate { .. } => None,
        }
    }

    /// Whether a task could take a step if there were a free core (`tasks` and `threads`).
    pub(crate) fn has_turn(&self, task: TaskId) -> bool {
        let task = self.task(task);
        match task.current {
            Some(current) => matches!(self.activity(current).status, Status::Ready),
            None => !task.ready.is_empty() || !task.retries.is_empty(),
        }
    }

    /// The task of the last step, if it is in the middle of something and may go on.
    pub(crate) fn going_on(&self) -> Option<Choice> {
        let task = self.last_ran?;
        let is_open = self.setup.model != Model::EventLoop
            && self.seldom.outcome.is_none()
            && self.seldom.offer.is_none()
            && self.task(task).current.is_some()
            && self.has_turn(task)
            && !self.cores_are_taken()
            && self.precedence().is_none_or(|precedence| precedence.admits(task));
        is_open.then_some(Choice::Run(task))
    }

    pub(crate) fn task(&self, id: TaskId) -> &Task {
        &self.tasks[id.0 as usize]
    }

    /// Where a lane stands, or stood last.
    pub(crate) fn place_of_lane(&self, id: TaskId) -> Position {
        let task = self.task(id);
        let noted = Position {
            line: task.line,
            column: task.column,
        };
        match task.current {
            Some(current) if task.line == 0 => self.place_of_activity(current).unwrap_or(noted),
            _ => noted,
        }
    }

    /// The line of the learner's at which an activity stands, if it stands at one and does not run just now.
    pub(crate) fn place_of_activity(&self, id: ActivityId) -> Option<Position> {
        let activity = self.activities.get(id.0 as usize)?.as_ref()?;
        let (function, pc) = activity.fiber.position(&self.program)?;
        let start = self.program.function(function).lines.span(pc).start;
        (start.line > 0).then_some(start)
    }

    pub(crate) fn task_mut(&mut self, id: TaskId) -> &mut Task {
        self.reach.lane(id);
        Arc::make_mut(&mut self.tasks[id.0 as usize])
    }

    pub(crate) fn activity(&self, id: ActivityId) -> &Activity {
        self.activities[id.0 as usize]
            .as_ref()
            .expect("an activity that is named somewhere is live")
    }

    pub(crate) fn activity_mut(&mut self, id: ActivityId) -> &mut Activity {
        let place = self.activities[id.0 as usize].as_mut();
        let activity = place.expect("an activity that is named somewhere is live");
        self.reach.lane(activity.lane);
        self.recycled.make_mut(activity)
    }

    pub(crate) fn seldom_mut(&mut self) -> &mut Seldom {
        self.reach.open();
        Arc::make_mut(&mut self.seldom)
    }

    pub(crate) fn object_mut(&mut self, id: u32) -> &mut HostObject {
        self.reach.changed(id);
        Arc::make_mut(&mut self.objects[id as usize])
    }

    pub(crate) fn add_task(&mut self, name: String, is_daemon: bool, priority: i32) -> TaskId {
        let id = TaskId(self.tasks.len() as u32);
        self.reach.open();
        self.going_daemons += u32::from(is_daemon);
        self.has_priorities |= priority != 0;
        self.tasks.push(Arc::new(Task {
            name_hash: hash_name(&name),
            name: Arc::from(name),
            is_daemon,
            priority,
            is_call: false,
            progress: Progress::Going,
            current: None,
            ready: VecDeque::new(),
            retries: VecDeque::new(),
            body: None,
            critical: None,
            cancelled: None,
            reason: None,
            line: 0,
            column: 0,
            ready_since: 0,
        }));
        id
    }

    /// Changes whether a task keeps a run from ending.
    pub(crate) fn set_daemon(&mut self, task: TaskId, is_daemon: bool) {
        let known = self.task(task);
        if known.is_daemon == is_daemon || known.progress != Progress::Going {
            return;
        }
        self.task_mut(task).is_daemon = is_daemon;
        match is_daemon {
            true => self.going_daemons += 1,
            false => self.going_daemons -= 1,
        }
    }

    pub(crate) fn add_activity(&mut self, activity: Activity) -> ActivityId {
        self.reach.lane(activity.lane);
        match self.free.pop() {
            Some(id) => {
                self.activities[id.0 as usize] = Some(Arc::new(activity));
                id
            }
            None => {
                let id = ActivityId(self.activities.len() as u32);
                self.activities.push(Some(Arc::new(activity)));
                id
            }
        }
    }

    pub(crate) fn remove_activity(&mut self, id: ActivityId) -> Arc<Activity> {
        self.free.push(id);
        let activity = self.activities[id.0 as usize].take().expect("an activity ends once");
        self.reach.lane(activity.lane);
        activity
    }

    /// Puts an activity that can run in line: in the event loop as a job, elsewhere in its own lane.
    pub(crate) fn make_ready(&mut self, id: ActivityId) {
        match self.setup.model {
            Model::EventLoop => self.jobs.push_back(Job::Run(id)),
            Model::Tasks | Model::Threads => {
                let lane = self.activity(id).lane;
                self.mark_ready_time(lane);
                self.task_mut(lane).ready.push_back(id);
            }
        }
    }

    /// Notes that a lane has something to do, behind all that were ready before it.
    pub(crate) fn mark_ready_time(&mut self, lane: TaskId) {
        if !self.has_turn(lane) {
            self.ready_count += 1;
            let count = self.ready_count;
            self.task_mut(lane).ready_since = count;
        }
    }

    /// Checks the invariants that are numbered above. Tests call it after every step.
    pub fn assert_invariants(&self) {
        let empty = self.activities.iter().filter(|place| place.is_none()).count();
        assert_eq!(empty, self.free.len(), "invariant 1");
        assert!(
            self.free.iter().all(|id| self.activities[id.0 as usize].is_none()),
            "invariant 1"
        );
        let daemons = self
            .tasks
            .iter()
            .filter(|task| task.is_daemon && task.progress == Progress::Going);
        assert_eq!(self.going_daemons as usize, daemons.count(), "invariant 4");
        if self.setup.model != Model::EventLoop {
            assert!(self.running.is_empty(), "invariant 2");
            assert!(self.jobs.is_empty() || self.seldom.outcome.is_some(), "invariant 3");
        }
    }
}

/// 64 bits of FNV-1a.
pub(crate) fn hash_name(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}
