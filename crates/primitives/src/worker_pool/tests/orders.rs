//! Every order of what a submitter and two workers can do.

use super::*;
use crate::exhaustive::explore;

/// Actor 0 submits, closes and gives up; actors 1 and 2 are the workers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: WorkerPool<u32>,
    operations_left: [u8; 3],
    submitted: u32,
    /// What each worker does: a job, nothing while it waits (`Some(None)`), or it is between two (`None`).
    does: [Option<Option<u32>>; 2],
    has_left: [bool; 2],
    done: Vec<u32>,
    given_up: Vec<u32>,
    is_closed: bool,
    is_terminated: bool,
}

impl Scene {
    fn notice(&mut self, ended: &[Ended]) {
        for ended in ended {
            match *ended {
                Ended::Left(Waiter(worker), _) => {
                    assert_eq!(self.does[worker as usize], Some(None), "{self:?}");
                    self.has_left[worker as usize] = true;
                }
                Ended::Terminated(..) => self.is_terminated = true,
                Ended::Accepted(..) | Ended::Drained(..) => {}
            }
        }
    }

    fn submit(&mut self) {
        let number = self.submitted;
        self.submitted += 1;
        match self.it.submit(job(number), None) {
            Submitted::Assigned { worker, job, .. } => {
                assert_eq!(
                    self.does[worker as usize].replace(Some(job.work)),
                    Some(None),
                    "{self:?}"
                );
            }
            Submitted::Queued { forgotten, .. } => self.given_up.extend(forgotten.map(|job| job.work)),
            Submitted::Blocked => {}
            Submitted::CallerRuns(job) => self.done.push(job.work),
            Submitted::Discarded(job) | Submitted::Refused(job) | Submitted::Closed(job) => {
                self.given_up.push(job.work)
            }
        }
    }

    fn work(&mut self, worker: usize) {
        let mut ended = Vec::new();
        match self.does[worker] {
            Some(Some(number)) => {
                assert_eq!(self.it.finish(worker as u32, &mut ended), Some(job(number).ticket));
                self.done.push(number);
                self.does[worker] = None;
            }
            Some(None) => unreachable!("it waits"),
            None => match self
                .it
                .take(worker as u32, Waiter(worker as u32), Actor(worker as u32), &mut ended)
            {
                Take::Job { job, .. } => self.does[worker] = Some(Some(job.work)),
                Take::Idle => self.does[worker] = Some(None),
                Take::Leave => self.has_left[worker] = true,
            },
        }
        self.notice(&ended);
    }

    fn moves(&self, next: &mut Vec<Self>) {
        for worker in 0..2 {
            let can_go = !self.has_left[worker] && self.does[worker] != Some(None);
            if can_go && self.operations_left[worker + 1] > 0 {
                let mut scene = self.clone();
                scene.operations_left[worker + 1] -= 1;
                scene.work(worker);
                next.push(scene);
            }
        }
        if self.operations_left[0] == 0 {
            return;
        }
        let mut scene = self.clone();
        scene.operations_left[0] -= 1;
        let mut submitting = scene.clone();
        submitting.submit();
        next.push(submitting);
        for number in 0..self.submitted {
            let mut cancelling = scene.clone();
            if cancelling.it.cancel(job(number).ticket, &mut Vec::new()) {
                cancelling.given_up.push(number);
                next.push(cancelling);
            }
        }
        let mut ended = Vec::new();
        let closed = scene.it.close(Waiter(70), A, &mut ended);
        assert_eq!(closed.is_err(), self.is_closed);
        scene.is_closed = true;
        scene.notice(&ended);
        next.push(scene);
    }

    fn assert_good(&self) {
        self.it.assert_invariants();
        let waiting = self.it.queues().flatten().map(|job| job.work);
        let doing = self.does.iter().flatten().flatten().copied();
        let over = self.done.iter().chain(&self.given_up).copied();
        let mut all: Vec<u32> = waiting.chain(doing).chain(over).collect();
        all.sort_unstable();
        let blocked = self.it.blocked();
        assert_eq!(
            all.len() + blocked,
            self.submitted as usize,
            "a job was lost or doubled: {self:?}"
        );
        assert!(
            all.windows(2).all(|pair| pair[0] != pair[1]),
            "a job was done twice: {self:?}"
        );
        assert_eq!(
            self.is_terminated,
            self.is_closed && self.has_left == [true; 2],
            "{self:?}"
        );
    }
}

#[test]
fn every_order_of_a_submitter_and_two_workers_does_each_job_once() {
    let rules = [
        Rejection::Abort,
        Rejection::CallerRuns,
        Rejection::Discard,
        Rejection::DiscardOldest,
        Rejection::Block,
    ];
    for (rejection, stealing) in rules.into_iter().flat_map(|rule| [(rule, false), (rule, true)]) {
        let start = Scene {
            it: pool(2, Some(0), rejection, stealing),
            operations_left: [4, 3, 3],
            submitted: 0,
            does: [None; 2],
            has_left: [false; 2],
            done: Vec::new(),
            given_up: Vec::new(),
            is_closed: false,
            is_terminated: false,
        };
        let successors = |scene: &Scene, next: &mut Vec<Scene>| {
            scene.moves(next);
            next.iter().for_each(Scene::assert_good);
        };
        let coverage = explore(start, successors, |_| {});
        assert!(
            coverage.states > 500 && coverage.ends > 20,
            "{rejection:?} {stealing}: {coverage:?}"
        );
    }
}
