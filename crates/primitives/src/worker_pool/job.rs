//! The words of the pool of workers: what a job is, and what becomes of it and of those who ask.
//!
//! Holds no state.

use crate::{Actor, Waiter};

/// What happens to a job for which there is no room.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Rejection {
    /// It is refused.
    Abort,
    /// Whoever submits it has to do it.
    CallerRuns,
    /// It is forgotten.
    Discard,
    /// The oldest job that waits is forgotten, and this one waits instead.
    DiscardOldest,
    /// It waits for room, in order.
    Block,
}

/// How a pool starts out.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct WorkerPoolOptions {
    /// How many workers, at least 1.
    pub workers: u32,
    /// Most jobs that may wait for a busy worker; `None` for any number.
    pub queue_limit: Option<u32>,
    /// What happens to those for which there is no room.
    pub rejection: Rejection,
    /// Whether every worker has a queue of its own.
    pub stealing: bool,
}

/// Something to be done.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Job<V> {
    /// What is to be done.
    pub work: V,
    /// Stands for its result.
    pub ticket: Waiter,
    /// Stands for its admission, if somebody waits for that.
    pub accept: Option<Waiter>,
    /// On whose behalf.
    pub actor: Actor,
}

/// What became of a job that was submitted.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Submitted<V> {
    /// An idle worker has it: its wait is over.
    Assigned {
        /// Which worker.
        worker: u32,
        /// Its wait.
        waiter: Waiter,
        /// Its lane.
        lane: Actor,
        /// In whose queue the job would have waited, if that is another worker's.
        stolen_from: Option<u32>,
        /// The job.
        job: Job<V>,
    },
    /// It waits for a worker, behind so many others.
    Queued {
        /// How many stand before it.
        behind: u32,
        /// What was forgotten for its sake.
        forgotten: Option<Job<V>>,
    },
    /// It waits for room.
    Blocked,
    /// Whoever submitted it has to do it.
    CallerRuns(Job<V>),
    /// It is forgotten.
    Discarded(Job<V>),
    /// There is no room.
    Refused(Job<V>),
    /// The pool is closed.
    Closed(Job<V>),
}

/// What a worker that asks for a job gets.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Take<V> {
    /// This job; the waiter token was not needed.
    Job {
        /// The job.
        job: Job<V>,
        /// From whose queue, if that is another worker's.
        stolen_from: Option<u32>,
    },
    /// Nothing yet: it waits, until a job is assigned or the pool is closed.
    Idle,
    /// Nothing any more.
    Leave,
}

/// Whose wait a call has ended, besides that of the worker that got a job.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Ended {
    /// The job has got into the queue: the wait for that, and the ticket of the job.
    Accepted(Waiter, Waiter),
    /// Nothing is left to do.
    Drained(Waiter, Actor),
    /// The worker can leave.
    Left(Waiter, Actor),
    /// The pool is closed and all workers have left.
    Terminated(Waiter, Actor),
}

/// Why a `close` changed nothing: the pool was closed before.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ClosedAlready;
