//! The pool of workers: a fixed number of them, jobs that wait in line for one, and a rule for jobs for which there is no room.
//!
//! *Who waits.* A job, for a worker; an idle worker, for a job; under [`Rejection::Block`] also a job for room in the queue; and
//! whoever wants to know when all is done.
//! *Who is woken.* A submitted job goes straight to the worker that has been idle for longest. A worker that is done with one
//! job asks for the next with [`take`](WorkerPool::take).
//! *Room.* Jobs that free workers are about to take do not count: a pool of two workers with a queue of one has room for three
//! jobs, even before its workers have begun. What happens without room is the [`Rejection`], by the names that
//! `java.util.concurrent.ThreadPoolExecutor` gave them.
//! *Stealing.* With it every worker has a queue of its own. What a worker submits goes to its own queue, other jobs to the
//! queues in turn. A worker takes the newest job of its own queue, and when there is none the oldest one of the next worker
//! that has some (Blumofe and Leiserson, *Scheduling Multithreaded Computations by Work Stealing*, who pick the victim
//! at random). Without it there is one queue, first in, first out.
//!
//! Does not own the workers' lanes, nor what becomes of a job's result: a job is settled by its ticket.

use std::collections::VecDeque;

use crate::wait_queue::WaitQueue;
use crate::{Actor, Visit, Waiter};

pub use job::{ClosedAlready, Ended, Job, Rejection, Submitted, Take, WorkerPoolOptions};

mod job;
#[cfg(test)]
mod tests;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Worker {
    /// It has not asked for a job yet, or not again.
    Away,
    Idle(Waiter, Actor),
    Busy(Waiter),
    Gone,
}

/// Workers and their jobs. Submit with `submit`; each worker calls `take`, does the job, calls `finish`, and so on.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct WorkerPool<V> {
    options: WorkerPoolOptions,
    is_closed: bool,
    // Invariants:
    // (1) no worker is idle while a job waits;
    // (2) no more jobs wait than the limit and those that free workers are about to take;
    // (3) a job waits for room only while there is none;
    // (4) whoever waits for the pool to be drained waits only while there is something to do, and for its end only while
    //     some worker has not left.
    workers: Vec<Worker>,
    /// Idle workers, the longest idle first.
    idle: VecDeque<u32>,
    /// One for each worker, or one for all.
    queues: Vec<VecDeque<Job<V>>>,
    /// To whose queue the next job from outside goes.
    next: u32,
    blocked: VecDeque<Job<V>>,
    drainers: WaitQueue,
    closers: WaitQueue,
}

impl<V> WorkerPool<V> {
    /// A pool whose workers have not asked for anything yet.
    #[must_use]
    pub fn new(options: WorkerPoolOptions) -> Self {
        assert_ne!(options.workers, 0, "nobody would do anything");
        let queues = if options.stealing { options.workers } else { 1 };
        Self {
            is_closed: false,
            workers: vec![Worker::Away; options.workers as usize],
            idle: VecDeque::new(),
            queues: (0..queues).map(|_| VecDeque::new()).collect(),
            next: 0,
            blocked: VecDeque::new(),
            drainers: WaitQueue::default(),
            closers: WaitQueue::default(),
            options,
        }
    }

    /// Hands in a job; `from` is the worker that does so, if one does.
    pub fn submit(&mut self, job: Job<V>, from: Option<u32>) -> Submitted<V> {
        if self.is_closed {
            return Submitted::Closed(job);
        }
        if !self.has_room() {
            match self.options.rejection {
                Rejection::Abort => return Submitted::Refused(job),
                Rejection::CallerRuns => return Submitted::CallerRuns(job),
                Rejection::Discard => return Submitted::Discarded(job),
                Rejection::DiscardOldest => return self.replace_oldest(job, from),
                Rejection::Block => {
                    self.blocked.push_back(job);
                    return Submitted::Blocked;
                }
            }
        }
        let queue = self.queue_for(from);
        match self.idle_for(queue) {
            None => {
                let behind = self.queues[queue].len() as u32;
                self.queues[queue].push_back(job);
                let forgotten = None;
                Submitted::Queued { behind, forgotten }
            }
            Some((worker, waiter, lane)) => {
                self.workers[worker as usize] = Worker::Busy(job.ticket);
                let stolen_from = (self.options.stealing && worker as usize != queue).then_some(queue as u32);
                Submitted::Assigned {
                    worker,
                    waiter,
                    lane,
                    stolen_from,
                    job,
                }
            }
        }
    }

    /// A worker asks for a job, or waits for one as `waiter`.
    pub fn take(&mut self, worker: u32, waiter: Waiter, lane: Actor, ended: &mut Vec<Ended>) -> Take<V> {
        if let Some((job, from)) = self.next_job(worker) {
            self.workers[worker as usize] = Worker::Busy(job.ticket);
            self.admit(ended);
            let stolen_from = (self.options.stealing && from != worker).then_some(from);
            return Take::Job { job, stolen_from };
        }
        if self.is_closed {
            self.workers[worker as usize] = Worker::Gone;
            self.tell_end(ended);
            return Take::Leave;
        }
        self.workers[worker as usize] = Worker::Idle(waiter, lane);
        self.idle.push_back(worker);
        Take::Idle
    }

    /// A worker is done with its job, whose ticket can be settled. `None` when it had none.
    pub fn finish(&mut self, worker: u32, ended: &mut Vec<Ended>) -> Option<Waiter> {
        let Worker::Busy(ticket) = self.workers[worker as usize] else {
            return None;
        };
        self.workers[worker as usize] = Worker::Away;
        self.admit(ended);
        self.tell_quiet(ended);
        Some(ticket)
    }

    /// Waits as `waiter` until nothing is left to do; `true` when nothing is.
    #[must_use]
    pub fn drain(&mut self, waiter: Waiter, actor: Actor) -> bool {
        let is_quiet = self.is_quiet();
        if !is_quiet {
            self.drainers.push_back(waiter, actor);
        }
        is_quiet
    }

    /// Takes no more jobs; those that wait are still done, then the workers leave. The caller waits for that as `waiter`.
    pub fn close(&mut self, waiter: Waiter, actor: Actor, ended: &mut Vec<Ended>) -> Result<(), ClosedAlready> {
        if std::mem::replace(&mut self.is_closed, true) {
            return Err(ClosedAlready);
        }
        self.closers.push_back(waiter, actor);
        for worker in std::mem::take(&mut self.idle) {
            if let Worker::Idle(waiter, lane) = self.workers[worker as usize] {
                self.workers[worker as usize] = Worker::Gone;
                ended.push(Ended::Left(waiter, lane));
            }
        }
        self.tell_end(ended);
        Ok(())
    }

    /// Ends a wait without a trace: of a job that no worker has begun (by its ticket or that of its admission), or of
    /// somebody who waits for the end. `false` when `waiter` does not wait here.
    pub fn cancel(&mut self, waiter: Waiter, ended: &mut Vec<Ended>) -> bool {
        if self.drainers.remove(waiter).is_some() || self.closers.remove(waiter).is_some() {
            return true;
        }
        let is_it = |job: &Job<V>| job.ticket == waiter || job.accept == Some(waiter);
        let mut queues = self.queues.iter_mut().chain([&mut self.blocked]);
        let found = queues.find_map(|queue| {
            let position = queue.iter().position(is_it)?;
            queue.remove(position)
        });
        drop(queues);
        if found.is_none() {
            return false;
        }
        self.admit(ended);
        self.tell_quiet(ended);
        true
    }

    /// How it was made.
    #[must_use]
    pub fn options(&self) -> &WorkerPoolOptions {
        &self.options
    }

    /// How many workers do a job.
    #[must_use]
    pub fn busy(&self) -> usize {
        let is_busy = |worker: &&Worker| matches!(worker, Worker::Busy(_));
        self.workers.iter().filter(is_busy).count()
    }

    /// Whether a worker does a job.
    #[must_use]
    pub fn is_busy(&self, worker: u32) -> bool {
        matches!(self.workers[worker as usize], Worker::Busy(_))
    }

    /// How many jobs wait for a worker, those that wait for room included.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.queues.iter().map(VecDeque::len).sum::<usize>() + self.blocked.len()
    }

    /// How many jobs wait for room.
    #[must_use]
    pub fn blocked(&self) -> usize {
        self.blocked.len()
    }

    /// The jobs that wait for a worker, queue by queue.
    pub fn queues(&self) -> impl ExactSizeIterator<Item = &VecDeque<Job<V>>> {
        self.queues.iter()
    }

    /// Whether it takes no more jobs.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Tells what the state consists of.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        let WorkerPoolOptions {
            workers,
            queue_limit,
            rejection,
            stealing,
        } = self.options;
        to.word(u64::from(workers) << 32 | u64::from(queue_limit.unwrap_or(u32::MAX)));
        let flags = u64::from(self.is_closed) << 1 | u64::from(stealing);
        to.word(flags << 40 | (rejection as u64) << 32 | u64::from(self.next));
        for worker in &self.workers {
            match worker {
                Worker::Away => to.word(0),
                Worker::Idle(waiter, lane) => {
                    to.word(1);
                    to.waiter(*waiter);
                    to.actor(*lane);
                }
                Worker::Busy(ticket) => {
                    to.word(2);
                    to.waiter(*ticket);
                }
                Worker::Gone => to.word(3),
            }
        }
        self.idle.iter().for_each(|&worker| to.word(u64::from(worker)));
        for queue in self.queues.iter().chain([&self.blocked]) {
            to.word(queue.len() as u64);
            for job in queue {
                to.value(&job.work);
                to.waiter(job.ticket);
                to.actor(job.actor);
                to.word(u64::from(job.accept.is_some()));
                job.accept.into_iter().for_each(|accept| to.waiter(accept));
            }
        }
        to.queue(self.drainers.iter());
        to.queue(self.closers.iter());
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        let waiting = self.pending() - self.blocked.len();
        assert!(
            self.idle.is_empty() || self.pending() == 0,
            "(1) an idle worker beside a job"
        );
        let is_listed = |worker: u32| self.idle.contains(&worker);
        for (number, worker) in (0u32..).zip(&self.workers) {
            assert_eq!(matches!(worker, Worker::Idle(..)), is_listed(number), "(1) who is idle");
        }
        if let Some(limit) = self.options.queue_limit {
            assert!(waiting <= limit as usize + self.free(), "(2) too many jobs wait");
        }
        assert!(
            self.blocked.is_empty() || !self.has_room(),
            "(3) a job waits beside room"
        );
        assert!(
            self.drainers.is_empty() || !self.is_quiet(),
            "(4) nothing is left to do"
        );
        assert!(
            self.closers.is_empty() || !self.is_terminated(),
            "(4) everybody has left"
        );
    }

    /// Workers that are about to ask for a job, or wait for one.
    fn free(&self) -> usize {
        let is_free = |worker: &&Worker| matches!(worker, Worker::Away | Worker::Idle(..));
        self.workers.iter().filter(is_free).count()
    }

    fn has_room(&self) -> bool {
        let waiting: usize = self.queues.iter().map(VecDeque::len).sum();
        let limit = self.options.queue_limit;
        limit.is_none_or(|limit| waiting < limit as usize + self.free())
    }

    fn is_quiet(&self) -> bool {
        self.busy() == 0 && self.pending() == 0
    }

    fn is_terminated(&self) -> bool {
        self.is_closed && self.workers.iter().all(|worker| *worker == Worker::Gone)
    }

    /// In whose queue a job goes, and whose turn it is next.
    fn queue_for(&mut self, from: Option<u32>) -> usize {
        match from {
            _ if !self.options.stealing => 0,
            Some(worker) => worker as usize,
            None => {
                let queue = self.next as usize;
                self.next = (self.next + 1) % self.options.workers;
                queue
            }
        }
    }

    /// The idle worker that a job in that queue goes to: the queue's own, or whoever has been idle for longest.
    fn idle_for(&mut self, queue: usize) -> Option<(u32, Waiter, Actor)> {
        let own = |worker: &u32| self.options.stealing && *worker as usize == queue;
        let position = self.idle.iter().position(own).unwrap_or(0);
        let worker = self.idle.remove(position)?;
        match self.workers[worker as usize] {
            Worker::Idle(waiter, lane) => Some((worker, waiter, lane)),
            Worker::Away | Worker::Busy(_) | Worker::Gone => None,
        }
    }

    /// The job that a worker does next, and whose queue it is from.
    fn next_job(&mut self, worker: u32) -> Option<(Job<V>, u32)> {
        if !self.options.stealing {
            return self.queues[0].pop_front().map(|job| (job, 0));
        }
        if let Some(job) = self.queues[worker as usize].pop_back() {
            return Some((job, worker));
        }
        let others = (1..self.options.workers).map(|distance| (worker + distance) % self.options.workers);
        let mut others = others.filter(|&other| !self.queues[other as usize].is_empty());
        let victim = others.next()?;
        self.queues[victim as usize].pop_front().map(|job| (job, victim))
    }

    fn replace_oldest(&mut self, job: Job<V>, from: Option<u32>) -> Submitted<V> {
        let queue = self.queue_for(from);
        let own = self.queues[queue].pop_front();
        let forgotten = own.or_else(|| self.queues.iter_mut().find_map(VecDeque::pop_front));
        if forgotten.is_none() {
            return Submitted::Discarded(job);
        }
        let behind = self.queues[queue].len() as u32;
        self.queues[queue].push_back(job);
        Submitted::Queued { behind, forgotten }
    }

    /// Lets jobs into the queue that wait for room.
    fn admit(&mut self, ended: &mut Vec<Ended>) {
        while self.has_room()
            && let Some(job) = self.blocked.pop_front()
        {
            ended.extend(job.accept.map(|accept| Ended::Accepted(accept, job.ticket)));
            let queue = self.queue_for(None);
            self.queues[queue].push_back(Job { accept: None, ..job });
        }
    }

    fn tell_quiet(&mut self, ended: &mut Vec<Ended>) {
        if self.is_quiet() {
            while let Some((waiter, actor)) = self.drainers.pop_front() {
                ended.push(Ended::Drained(waiter, actor));
            }
        }
    }

    fn tell_end(&mut self, ended: &mut Vec<Ended>) {
        if self.is_terminated() {
            while let Some((waiter, actor)) = self.closers.pop_front() {
                ended.push(Ended::Terminated(waiter, actor));
            }
        }
    }
}
