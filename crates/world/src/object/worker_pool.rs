//! `WorkerPool` as the program calls it, and its workers' lanes.
//!
//! Owns the lanes: each runs a loop of the library that asks for a job with `__workerNext`, calls it, and says at the next
//! call what became of it. A worker counts as a daemon while it has nothing to do, so that a pool keeps no run from
//! ending, and no job is forgotten because the main line has ended.

use bytecode::LibraryEntry;
use primitives::{
    Actor, ClosedAlready, Ended, Job, Rejection, Submitted, Take, Visit, Waiter, WorkerPool, WorkerPoolOptions,
};
use vm::{ErrorKind, Fiber, Host, HostCall, Native, ObjectRef, Origin, Value};

use super::terms::Terms;
use super::waiting::Hold;
use super::{Object, Wanted, listed_as};
use crate::calls::LaneTerms;
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::task::ActivityId;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Row, Slots, TaskId};

const WORKER: Hold = Hold::one("worker");
/// Most workers of one pool.
const WORKERS_MAX: u32 = 64;

/// The machine and the lanes of its workers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Pool {
    machine: WorkerPool<Value>,
    lanes: Vec<TaskId>,
}

impl Object for Pool {
    listed_as!(WorkerPool);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let workers = match stepper.count("the number of workers", argument(call, 0)) {
            Ok(count @ 1..=WORKERS_MAX) => count,
            Ok(_) | Err(_) => {
                let shown = stepper.short(argument(call, 0));
                return Err(format!(
                    "the number of workers must be a whole number from 1 to {WORKERS_MAX}, not {shown}"
                ));
            }
        };
        let options = argument(call, 1);
        let queue_limit = match stepper.option(options, "queueLimit") {
            Value::Undefined => None,
            Value::Number(number) if number.get() == f64::INFINITY => None,
            value => Some(stepper.count("queueLimit", value)?),
        };
        let stealing = stepper.option(options, "stealing");
        Ok(Pool {
            machine: WorkerPool::new(WorkerPoolOptions {
                workers,
                queue_limit,
                rejection: stepper.rejection(options)?,
                stealing: vm::truthy(&stepper.world.heap, stealing),
            }),
            lanes: Vec::new(),
        })
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let answer = match call.native {
            Host::WorkerSubmit => match stepper.terms(call, 3) {
                Ok(terms) => stepper.submit_job(id, argument(call, 1), argument(call, 2), terms),
                Err(answer) => answer,
            },
            Host::WorkerNext => stepper.next_job(id, call),
            Host::WorkerPoolDrain => match stepper.terms(call, 0) {
                Ok(terms) => stepper.drain_pool(id, terms),
                Err(answer) => answer,
            },
            Host::WorkerPoolClose => stepper.close_workers(id),
            Host::WorkerPoolBusy => Answer::Return(Value::number(stepper.pool(id).busy() as f64)),
            Host::WorkerPoolQueued => Answer::Return(Value::number(stepper.pool(id).pending() as f64)),
            Host::WorkerPoolSize => {
                let workers = stepper.pool(id).options().workers;
                Answer::Return(Value::number(f64::from(workers)))
            }
            _ => Answer::Return(Value::Bool(stepper.pool(id).is_closed())),
        };
        stepper.mark_daemons(id);
        answer
    }

    fn shape(&self) -> ObjectShape {
        let options = self.machine.options();
        let mut traits = Vec::new();
        if let Some(limit) = options.queue_limit {
            traits.push(("queueLimit", FactValue::Count(i64::from(limit))));
            traits.push(("rejection", FactValue::word(rejection_name(options.rejection))));
        }
        if options.stealing {
            traits.push(("stealing", FactValue::flag(true)));
        }
        ObjectShape {
            class: "WorkerPool",
            traits,
            slots: Slots::Fixed(options.workers),
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        self.machine.visit(to);
        self.lanes.iter().for_each(|lane| to.actor(Actor(lane.0)));
    }

    fn wanted(&self, name: &str, operation: &str) -> Wanted {
        Wanted::of_anyone(match operation {
            "run" => format!("its job to be done by {name}"),
            "next" => format!("a job of {name}"),
            "submit" => format!("room in the queue of {name}"),
            _ => format!("{name} to have done everything"),
        })
    }

    fn mode(&self) -> &'static str {
        WORKER.mode
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        match self.machine.is_closed() {
            true => vec![("closed", FactValue::flag(true))],
            false => Vec::new(),
        }
    }

    fn rows(&self, _now: clock::Instant) -> Vec<Row> {
        let queues: Vec<usize> = self.machine.queues().map(std::collections::VecDeque::len).collect();
        let row = |(number, &lane): (usize, &TaskId)| Row {
            key: format!("worker {}", number + 1),
            state: if self.machine.is_busy(number as u32) {
                "busy"
            } else {
                "idle"
            },
            task: Some(lane),
            at: None,
            made: None,
            since: None,
            text: match queues.get(number) {
                Some(&queued) if self.machine.options().stealing => format!("{queued} in its queue"),
                Some(_) | None => String::new(),
            },
        };
        self.lanes.iter().enumerate().map(row).collect()
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        let mut ended = Vec::new();
        let is_found = stepper.pool_mut(id).cancel(waiter, &mut ended);
        stepper.end_waits(id, &ended);
        stepper.mark_daemons(id);
        is_found
    }
}

fn rejection_name(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::Abort => "abort",
        Rejection::CallerRuns => "caller-runs",
        Rejection::Discard => "discard",
        Rejection::DiscardOldest => "discard-oldest",
        Rejection::Block => "block",
    }
}

impl Stepper<'_> {
    fn pool(&self, id: u32) -> &WorkerPool<Value> {
        &self.object::<Pool>(id).machine
    }

    fn pool_mut(&mut self, id: u32) -> &mut WorkerPool<Value> {
        &mut self.object_mut::<Pool>(id).machine
    }

    fn rejection(&self, options: Value) -> Result<Rejection, String> {
        const ALL: [Rejection; 5] = [
            Rejection::Abort,
            Rejection::CallerRuns,
            Rejection::Discard,
            Rejection::DiscardOldest,
            Rejection::Block,
        ];
        let given = self.option(options, "rejection");
        if given == Value::Undefined {
            return Ok(Rejection::Abort);
        }
        let name = self.world.heap.as_text(given).map(|text| text.to_display());
        let found = ALL
            .into_iter()
            .find(|&rule| name.as_deref() == Some(rejection_name(rule)));
        found.ok_or_else(|| {
            let names: Vec<String> = ALL
                .iter()
                .map(|&rule| format!("\"{}\"", rejection_name(rule)))
                .collect();
            format!(
                "rejection must be one of {}, not {}",
                names.join(", "),
                self.short(given)
            )
        })
    }

    /// `new WorkerPool(..)`: the object, then its workers' lanes.
    pub(crate) fn construct_pool(&mut self, activity: ActivityId, call: &HostCall) -> Answer {
        let answer = self.construct::<Pool>(activity, call);
        let Answer::Return(pool) = answer else {
            return answer;
        };
        let (Some((_, id)), Some(function)) = (
            self.world.heap.as_host(pool),
            self.world.program.library.entry(LibraryEntry::WorkerLoop),
        ) else {
            return answer;
        };
        self.world.heap.share(pool);
        let pools = self
            .world
            .objects
            .iter()
            .filter(|object| Pool::of(&object.primitive).is_some());
        let (is_only, given) = (pools.count() == 1, self.given_name(id));
        let callee = Value::Native(Native::Library(function));
        for number in 0..self.pool(id).options().workers {
            let arguments = [pool, Value::number(f64::from(number))];
            let (heap, program) = (&mut self.world.heap, &self.world.program);
            let fiber = match Fiber::call(heap, program, callee, Value::Undefined, &arguments) {
                Ok(fiber) => fiber,
                Err(thrown) => return Answer::Throw(thrown.0),
            };
            let name = self.world.unique_name(match is_only {
                true => format!("worker {}", number + 1),
                false => format!("{given} worker {}", number + 1),
            });
            let terms = LaneTerms {
                is_daemon: true,
                priority: None,
                is_call: false,
            };
            let Some((body, _)) = self.new_lane(fiber, name, terms) else {
                return Answer::Stop;
            };
            let lane = self.world.activity(body).lane;
            self.object_mut::<Pool>(id).lanes.push(lane);
            self.world.make_ready(body);
        }
        Answer::Return(pool)
    }

    /// `__workerSubmit(pool, function, accept, options)`: the promise of the result, or with `accept` that of `{ result }` once the job
    /// has been let in. Nothing if the caller has to do the job.
    fn submit_job(&mut self, id: u32, work: Value, accept: Value, terms: Terms) -> Answer {
        if !self.world.heap.is_callable(work) {
            let name = self.given_name(id);
            let message = format!("{name}.run(): a job is a function, not {}", self.short(work));
            return self.throw(ErrorKind::TypeError, &message);
        }
        if let Some(answer) = self.refused_by(terms) {
            return answer;
        }
        self.world.heap.share(work);
        let wants_accept = vm::truthy(&self.world.heap, accept);
        let result = self.new_promise(Origin::Host {
            object: id,
            operation: &"run",
        });
        let accepted = wants_accept.then(|| {
            self.new_promise(Origin::Host {
                object: id,
                operation: &"submit",
            })
        });
        let job = Job {
            work,
            ticket: Waiter(result.0),
            accept: accepted.map(|promise| Waiter(promise.0)),
            actor: self.actor(),
        };
        let from = self.object::<Pool>(id).lanes.iter().position(|&lane| lane == self.task);
        let from = from.map(|number| number as u32);
        let answer = Value::Object(accepted.unwrap_or(result));
        let mut is_in = true;
        match self.pool_mut(id).submit(job, from) {
            Submitted::Assigned {
                waiter,
                lane,
                stolen_from,
                job,
                ..
            } => self.assign(id, waiter, lane, stolen_from, job.work),
            Submitted::Queued { behind, forgotten } => {
                self.queued(id, "run", 1, behind);
                self.wait_on(id, result, terms);
                if let Some(job) = forgotten {
                    self.forget_job(id, &job);
                }
            }
            Submitted::Blocked => {
                let behind = self.pool(id).pending() as u32 - 1;
                self.queued(id, "run", 1, behind);
                self.wait_on(id, accepted.unwrap_or(result), terms);
                is_in = false;
            }
            Submitted::CallerRuns(_) => return Answer::Return(Value::Undefined),
            Submitted::Discarded(job) => self.drop_job(id, &job, false),
            Submitted::Refused(_) => {
                let error = self.rejected_error(id);
                self.count_for(id, "rejected");
                return Answer::Return(self.rejected(error));
            }
            Submitted::Closed(_) => {
                let name = self.given_name(id);
                let error = self.error(ErrorKind::Error, &format!("{name}.run(): the pool is closed"));
                return Answer::Return(self.rejected(error));
            }
        }
        if let (Some(accepted), true) = (accepted, is_in) {
            self.accept_job(accepted, result);
        }
        Answer::Return(answer)
    }

    fn accept_job(&mut self, accepted: ObjectRef, result: ObjectRef) {
        let value = Value::Object(self.world.heap.alloc_plain());
        vm::define_property(&mut self.world.heap, value, "result", Value::Object(result));
        self.fulfil(accepted, value);
    }

    fn rejected_error(&mut self, id: u32) -> Value {
        let name = self.given_name(id);
        let pool = self.pool(id);
        let (workers, busy, waiting) = (pool.options().workers, pool.busy(), pool.pending());
        let limit = pool.options().queue_limit.unwrap_or(u32::MAX);
        let message =
            format!("{name}.run(): no room: {busy} of {workers} workers busy, {waiting} waiting, queueLimit {limit}");
        self.named_error("RejectedExecutionError", &message)
    }

    /// A job goes to a worker that waits for one.
    fn assign(&mut self, id: u32, waiter: Waiter, lane: Actor, stolen_from: Option<u32>, work: Value) {
        if stolen_from.is_some() {
            self.count_for(id, "steal");
        }
        self.begin_job(id, TaskId(lane.0));
        self.fulfil(ObjectRef(waiter.0), work);
    }

    fn begin_job(&mut self, id: u32, lane: TaskId) {
        let object = ObjectId(id);
        let Hold { mode, units } = WORKER;
        self.emit_for(lane, EventKind::Acquired { object, mode, units });
    }

    fn count_for(&mut self, id: u32, what: &'static str) {
        let object = ObjectId(id);
        self.emit(EventKind::Counted { object, what });
    }

    /// A job that waited is forgotten for another's sake.
    fn forget_job(&mut self, id: u32, job: &Job<Value>) {
        let object = ObjectId(id);
        self.emit_for(TaskId(job.actor.0), EventKind::Dequeued { object });
        self.drop_job(id, job, true);
    }

    /// A job is not done, and its result is nothing.
    fn drop_job(&mut self, id: u32, job: &Job<Value>, was_let_in: bool) {
        self.count_for(id, "discarded");
        self.fulfil(ObjectRef(job.ticket.0), Value::Undefined);
        if let (Some(accept), true) = (job.accept, was_let_in) {
            self.accept_job(ObjectRef(accept.0), ObjectRef(job.ticket.0));
        }
    }

    /// `__workerNext(pool, number, outcome, value)`: what became of the last job (0: there was none, 1: a result, 2: an error),
    /// and the promise of the next, or of nothing if there will be none.
    fn next_job(&mut self, id: u32, call: &HostCall) -> Answer {
        let (Value::Number(number), Value::Number(outcome)) = (argument(call, 1), argument(call, 2)) else {
            return Answer::Return(Value::Undefined);
        };
        let (number, value) = (number.get() as u32, argument(call, 3));
        let mut ended = Vec::new();
        if outcome.get() > 0.0
            && let Some(ticket) = self.pool_mut(id).finish(number, &mut ended)
        {
            let object = ObjectId(id);
            let Hold { mode, units } = WORKER;
            self.emit(EventKind::Released { object, mode, units });
            let ticket = ObjectRef(ticket.0);
            self.world.heap.share(value);
            match outcome.get() == 1.0 {
                true => self.resolve_promise(ticket, value),
                false => self.reject_promise(ticket, value),
            }
        }
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"next",
        });
        let actor = self.actor();
        match self.pool_mut(id).take(number, Waiter(promise.0), actor, &mut ended) {
            Take::Job { job, stolen_from } => {
                self.passed(id, TaskId(job.actor.0), 1);
                if stolen_from.is_some() {
                    self.count_for(id, "steal");
                }
                self.begin_job(id, self.task);
                self.fulfil(promise, job.work);
            }
            Take::Idle => {}
            Take::Leave => self.fulfil(promise, Value::Undefined),
        }
        self.end_waits(id, &ended);
        Answer::Return(Value::Object(promise))
    }

    fn drain_pool(&mut self, id: u32, terms: Terms) -> Answer {
        if let Some(answer) = self.refused_by(terms) {
            return answer;
        }
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"drain",
        });
        let actor = self.actor();
        if self.pool_mut(id).drain(Waiter(promise.0), actor) {
            self.fulfil(promise, Value::Undefined);
        } else {
            self.wait_on(id, promise, terms);
        }
        Answer::Return(Value::Object(promise))
    }

    fn close_workers(&mut self, id: u32) -> Answer {
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"close",
        });
        let actor = self.actor();
        let mut ended = Vec::new();
        match self.pool_mut(id).close(Waiter(promise.0), actor, &mut ended) {
            Ok(()) => {
                self.end_waits(id, &ended);
                Answer::Return(Value::Object(promise))
            }
            Err(ClosedAlready) => {
                let name = self.given_name(id);
                self.throw(ErrorKind::Error, &format!("{name}.close(): the pool is closed already"))
            }
        }
    }

    fn end_waits(&mut self, id: u32, ended: &[Ended]) {
        for ended in ended {
            match *ended {
                Ended::Accepted(accept, ticket) => self.accept_job(ObjectRef(accept.0), ObjectRef(ticket.0)),
                Ended::Drained(waiter, _) | Ended::Left(waiter, _) | Ended::Terminated(waiter, _) => {
                    self.fulfil(ObjectRef(waiter.0), Value::Undefined);
                }
            }
        }
        self.touch(id);
    }

    /// A worker without work keeps no run from ending.
    fn mark_daemons(&mut self, id: u32) {
        let pool = self.object::<Pool>(id);
        let is_pending = pool.machine.pending() > 0;
        let lanes: Vec<(TaskId, bool)> = (0u32..)
            .zip(&pool.lanes)
            .map(|(number, &lane)| (lane, !is_pending && !pool.machine.is_busy(number)))
            .collect();
        for (lane, is_daemon) in lanes {
            self.world.set_daemon(lane, is_daemon);
        }
    }
}
