//! Stories of the pool of workers and a model test against lists of numbers; every order of operations is in `orders`.

use proptest::prelude::*;

use super::*;

mod orders;

const A: Actor = Actor(9);

fn pool(workers: u32, queue_limit: Option<u32>, rejection: Rejection, stealing: bool) -> WorkerPool<u32> {
    WorkerPool::new(WorkerPoolOptions {
        workers,
        queue_limit,
        rejection,
        stealing,
    })
}

/// The job with that number; its tickets follow from it.
fn job(number: u32) -> Job<u32> {
    Job {
        work: number,
        ticket: Waiter(1_000 + number),
        accept: None,
        actor: A,
    }
}

/// Worker `worker` waits under its own number.
fn take(it: &mut WorkerPool<u32>, worker: u32) -> Take<u32> {
    let mut ended = Vec::new();
    let taken = it.take(worker, Waiter(worker), Actor(worker), &mut ended);
    assert!(
        ended.iter().all(|ended| matches!(ended, Ended::Accepted(..))),
        "{ended:?}"
    );
    it.assert_invariants();
    taken
}

fn assigned(worker: u32, number: u32, stolen_from: Option<u32>) -> Submitted<u32> {
    Submitted::Assigned {
        worker,
        waiter: Waiter(worker),
        lane: Actor(worker),
        stolen_from,
        job: job(number),
    }
}

fn queued(behind: u32) -> Submitted<u32> {
    Submitted::Queued {
        behind,
        forgotten: None,
    }
}

fn got(number: u32, stolen_from: Option<u32>) -> Take<u32> {
    Take::Job {
        job: job(number),
        stolen_from,
    }
}

#[test]
fn a_job_goes_to_whoever_has_been_idle_for_longest_or_waits_in_line() {
    let mut it = pool(2, None, Rejection::Abort, false);
    assert_eq!(it.submit(job(0), None), queued(0), "no worker has asked yet");
    assert_eq!(take(&mut it, 1), got(0, None));
    assert_eq!(take(&mut it, 0), Take::Idle);
    assert_eq!(it.submit(job(1), None), assigned(0, 1, None));
    assert_eq!(
        (it.submit(job(2), None), it.submit(job(3), None)),
        (queued(0), queued(1))
    );
    assert_eq!(it.finish(1, &mut Vec::new()), Some(Waiter(1_000)));
    assert_eq!(it.finish(1, &mut Vec::new()), None, "it is done with nothing twice");
    assert_eq!(take(&mut it, 1), got(2, None));
    assert_eq!((it.busy(), it.pending()), (2, 1));
}

/// Two busy workers and a full queue of one.
fn full(rejection: Rejection) -> WorkerPool<u32> {
    let mut it = pool(2, Some(1), rejection, false);
    assert_eq!(
        (it.submit(job(0), None), it.submit(job(1), None)),
        (queued(0), queued(1))
    );
    assert_eq!(
        it.submit(job(2), None),
        queued(2),
        "the workers are about to take two of them"
    );
    assert_eq!((take(&mut it, 0), take(&mut it, 1)), (got(0, None), got(1, None)));
    it
}

#[test]
fn without_room_each_rule_does_what_its_name_says() {
    let mut abort = full(Rejection::Abort);
    let before = abort.clone();
    assert_eq!(abort.submit(job(3), None), Submitted::Refused(job(3)));
    assert_eq!(abort, before);
    assert_eq!(
        full(Rejection::CallerRuns).submit(job(3), None),
        Submitted::CallerRuns(job(3))
    );
    assert_eq!(
        full(Rejection::Discard).submit(job(3), None),
        Submitted::Discarded(job(3))
    );
    let replaced = Submitted::Queued {
        behind: 0,
        forgotten: Some(job(2)),
    };
    assert_eq!(full(Rejection::DiscardOldest).submit(job(3), None), replaced);

    let mut block = full(Rejection::Block);
    let blocked = Job {
        accept: Some(Waiter(7)),
        ..job(3)
    };
    assert_eq!(block.submit(blocked, None), Submitted::Blocked);
    assert_eq!((block.pending(), block.blocked()), (2, 1));
    let mut ended = Vec::new();
    assert_eq!(block.finish(0, &mut ended), Some(Waiter(1_000)));
    assert_eq!(
        ended,
        [Ended::Accepted(Waiter(7), Waiter(1_003))],
        "a free worker makes room"
    );
    block.assert_invariants();
}

#[test]
fn nothing_can_be_forgotten_where_nothing_waits() {
    let mut it = pool(1, Some(0), Rejection::DiscardOldest, false);
    assert_eq!(it.submit(job(0), None), queued(0));
    assert_eq!(take(&mut it, 0), got(0, None));
    assert_eq!(it.submit(job(1), None), Submitted::Discarded(job(1)));
}

#[test]
fn a_thief_takes_the_oldest_job_and_the_owner_the_newest() {
    let mut it = pool(2, None, Rejection::Abort, true);
    for number in 0..3 {
        assert_eq!(it.submit(job(number), Some(0)), queued(number));
    }
    assert_eq!(take(&mut it, 1), got(0, Some(0)));
    assert_eq!(take(&mut it, 0), got(2, None));
    assert_eq!(it.finish(1, &mut Vec::new()), Some(Waiter(1_000)));
    assert_eq!(take(&mut it, 1), got(1, Some(0)));
    let _ = it.finish(1, &mut Vec::new());
    assert_eq!(take(&mut it, 1), Take::Idle);
    assert_eq!(
        it.submit(job(3), Some(0)),
        assigned(1, 3, Some(0)),
        "an idle worker steals at once"
    );
    assert_eq!(
        (it.submit(job(4), None), it.submit(job(5), None)),
        (queued(0), queued(0)),
        "in turn"
    );
}

#[test]
fn closing_lets_the_workers_finish_what_is_there_and_leave() {
    let mut it = full(Rejection::Abort);
    let mut ended = Vec::new();
    assert!(!it.drain(Waiter(50), A));
    assert_eq!(it.close(Waiter(51), A, &mut ended), Ok(()));
    assert_eq!(it.close(Waiter(52), A, &mut ended), Err(ClosedAlready));
    assert_eq!(it.submit(job(8), None), Submitted::Closed(job(8)));
    let _ = it.finish(0, &mut ended);
    assert_eq!(take(&mut it, 0), got(2, None));
    let _ = it.finish(1, &mut ended);
    assert_eq!(take(&mut it, 1), Take::Leave);
    assert_eq!(ended, []);
    let _ = it.finish(0, &mut ended);
    assert_eq!(it.take(0, Waiter(0), Actor(0), &mut ended), Take::Leave);
    assert_eq!(ended, [Ended::Drained(Waiter(50), A), Ended::Terminated(Waiter(51), A)]);

    let mut idle = pool(1, None, Rejection::Abort, false);
    assert_eq!(take(&mut idle, 0), Take::Idle);
    ended.clear();
    assert_eq!(idle.close(Waiter(51), A, &mut ended), Ok(()));
    assert_eq!(
        ended,
        [Ended::Left(Waiter(0), Actor(0)), Ended::Terminated(Waiter(51), A)]
    );
}

#[test]
fn a_job_that_is_cancelled_before_it_began_leaves_no_trace() {
    let mut it = full(Rejection::Block);
    let before = it.clone();
    assert_eq!(it.submit(job(3), None), Submitted::Blocked);
    let mut ended = Vec::new();
    assert!(it.cancel(job(3).ticket, &mut ended));
    assert_eq!((&it, &ended), (&before, &vec![]));
    assert_eq!(it.submit(job(3), None), Submitted::Blocked);
    assert!(it.cancel(job(2).ticket, &mut ended), "the next one comes in for it");
    assert_eq!((it.blocked(), it.pending()), (0, 1));
    assert!(!it.cancel(job(0).ticket, &mut ended), "a worker has begun it");
}

/// The specification: jobs are numbers in lists, one list for each queue and one for those without room; after each call
/// the idle workers are dealt jobs and the blocked jobs come in, one by one.
#[derive(Debug)]
struct Model {
    stealing: bool,
    limit: usize,
    queues: Vec<Vec<u32>>,
    blocked: Vec<u32>,
    idle: Vec<u32>,
    busy: Vec<Option<u32>>,
    next: usize,
}

impl Model {
    fn has_room(&self) -> bool {
        let free = self.busy.iter().filter(|busy| busy.is_none()).count();
        self.queues.iter().map(Vec::len).sum::<usize>() < self.limit.saturating_add(free)
    }

    fn push(&mut self, number: u32, from: Option<u32>) {
        let mut queue = 0;
        if self.stealing {
            queue = from.map_or(self.next, |from| from as usize);
            if from.is_none() {
                self.next = (self.next + 1) % self.queues.len();
            }
        }
        self.queues[queue].push(number);
    }

    fn take(&mut self, worker: u32) -> Option<u32> {
        let worker = worker as usize;
        let count = self.queues.len();
        if !self.stealing {
            return (!self.queues[0].is_empty()).then(|| self.queues[0].remove(0));
        }
        let stolen = |queues: &mut Vec<Vec<u32>>| {
            let victim = (1..count)
                .map(|d| (worker + d) % count)
                .find(|&at| !queues[at].is_empty())?;
            Some(queues[victim].remove(0))
        };
        self.queues[worker].pop().or_else(|| stolen(&mut self.queues))
    }

    fn settle(&mut self) {
        while self.has_room() && !self.blocked.is_empty() {
            let number = self.blocked.remove(0);
            self.push(number, None);
        }
    }
}

#[derive(Clone, Debug)]
enum Call {
    Submit(Option<u32>),
    /// A worker that does a job ends it; then it asks for the next.
    Turn(u32),
    /// The number picks among the jobs that wait.
    Cancel(usize),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        5 => prop::option::of(0..3u32).prop_map(Call::Submit),
        5 => (0..3u32).prop_map(Call::Turn),
        1 => any::<usize>().prop_map(Call::Cancel),
    ]
}

proptest! {
    #[test]
    fn behaves_like_lists_of_numbers(
        limit in prop::option::of(0..3u32),
        stealing in any::<bool>(),
        calls in prop::collection::vec(call(), 0..80),
    ) {
        let mut it = pool(3, limit, Rejection::Block, stealing);
        let mut model = Model {
            stealing,
            limit: limit.map_or(usize::MAX, |limit| limit as usize),
            queues: vec![Vec::new(); if stealing { 3 } else { 1 }],
            blocked: Vec::new(),
            idle: Vec::new(),
            busy: vec![None; 3],
            next: 0,
        };
        for (step, call) in calls.into_iter().enumerate() {
            let number = step as u32;
            match call {
                Call::Submit(from) => match it.submit(job(number), from) {
                    Submitted::Assigned { worker, job, .. } => {
                        let own = model.idle.iter().position(|&idle| model.stealing && match from {
                            Some(from) => idle == from,
                            None => idle as usize == model.next,
                        });
                        let expected = model.idle.remove(own.unwrap_or(0));
                        prop_assert_eq!((worker, job.work), (expected, number));
                        model.push(number, from);
                        model.busy[worker as usize] = model.take(worker);
                    }
                    Submitted::Queued { .. } => {
                        prop_assert!(model.has_room() && model.idle.is_empty());
                        model.push(number, from);
                    }
                    Submitted::Blocked => {
                        prop_assert!(!model.has_room());
                        model.blocked.push(number);
                    }
                    other => prop_assert!(false, "{:?}", other),
                },
                Call::Turn(worker) if model.idle.contains(&worker) => continue,
                Call::Turn(worker) => {
                    let mut ended = Vec::new();
                    let done = it.finish(worker, &mut ended);
                    prop_assert_eq!(done, model.busy[worker as usize].take().map(|number| job(number).ticket));
                    model.settle();
                    let expected = model.take(worker);
                    model.busy[worker as usize] = expected;
                    match it.take(worker, Waiter(worker), Actor(worker), &mut ended) {
                        Take::Job { job, .. } => prop_assert_eq!(Some(job.work), expected),
                        Take::Idle => {
                            prop_assert_eq!(expected, None);
                            model.idle.push(worker);
                        }
                        Take::Leave => prop_assert!(false, "the pool is open"),
                    }
                    model.settle();
                }
                Call::Cancel(pick) => {
                    let lists = model.queues.iter_mut().chain([&mut model.blocked]);
                    let mut places: Vec<(&mut Vec<u32>, usize)> = Vec::new();
                    for list in lists {
                        if !list.is_empty() {
                            let at = pick % list.len();
                            places.push((list, at));
                        }
                    }
                    if places.is_empty() { continue }
                    let chosen = pick % places.len();
                    let (list, at) = places.swap_remove(chosen);
                    let number = list.remove(at);
                    prop_assert!(it.cancel(job(number).ticket, &mut Vec::new()));
                    model.settle();
                }
            }
            it.assert_invariants();
            let queues: Vec<Vec<u32>> = it.queues().map(|queue| queue.iter().map(|job| job.work).collect()).collect();
            prop_assert_eq!(&queues, &model.queues);
            prop_assert_eq!(it.blocked(), model.blocked.len());
        }
    }
}
