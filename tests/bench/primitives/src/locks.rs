//! Semaphores and locks beside tokio's and async-lock's on one thread: a pair of acquire and release when permits are free, the
//! same when as many wait as hold, and a wait that is cancelled among 50,000.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use primitives::{
    Access, Actor, Fairness, Inheritance, Lock, Mutex, MutexOptions, Preference, PrioritySemaphore, Reentrancy, RwLock, Semaphore,
    SemaphoreOptions, Waiter, WeightedSemaphore, Woken,
};

use crate::Report;

const OPERATIONS: u32 = 5_000_000;
const ACTORS: u32 = 100;
const WAITERS: u32 = 50_000;

pub(crate) fn measure(report: &Report) {
    free(report);
    contended(report);
    cancelled(report);
}

fn semaphore(permits: u32) -> Semaphore {
    Semaphore::new(SemaphoreOptions {
        permits,
        max: None,
        fairness: Fairness::Fair,
    })
}

fn mutex() -> Mutex {
    Mutex::new(MutexOptions {
        fairness: Fairness::Fair,
        reentrancy: Reentrancy::NonReentrant,
        inheritance: Inheritance::None,
    })
}

/// Who acts in operation `index`: everyone in turn.
fn actor(index: u32) -> Actor {
    Actor(index % ACTORS)
}

fn free(report: &Report) {
    let ours = || (semaphore(ACTORS), Vec::new());
    report.row("semaphore: free, a pair", OPERATIONS, ours, |(it, woken), index| {
        let is_granted = it.try_acquire(actor(index));
        (is_granted, it.release(actor(index), woken))
    });
    let tokio = || tokio::sync::Semaphore::new(ACTORS as usize);
    report.row("semaphore: tokio, free, a pair", OPERATIONS, tokio, |it, _| {
        drop(it.try_acquire())
    });
    let async_lock = || async_lock::Semaphore::new(ACTORS as usize);
    report.row(
        "semaphore: async-lock, free, a pair",
        OPERATIONS,
        async_lock,
        |it, _| drop(it.try_acquire()),
    );
    report.row(
        "mutex: free, a pair",
        OPERATIONS,
        || (mutex(), Vec::new()),
        |(it, woken), index| {
            let is_locked = it.try_lock(actor(index));
            (is_locked, it.unlock(actor(index), woken))
        },
    );
    report.row(
        "mutex: tokio, free, a pair",
        OPERATIONS,
        || tokio::sync::Mutex::new(()),
        |it, _| drop(it.try_lock()),
    );
    let lock = || (RwLock::new(Preference::Fair), Vec::new());
    report.row("read lock: free, a pair", OPERATIONS, lock, |(it, admitted), index| {
        let is_locked = it.try_lock(Access::Read, actor(index));
        (is_locked, it.read_unlock(actor(index), admitted).is_ok())
    });
    report.row(
        "read lock: tokio, free, a pair",
        OPERATIONS,
        || tokio::sync::RwLock::new(()),
        |it, _| drop(it.try_read()),
    );
    let weighted = || (WeightedSemaphore::new(ACTORS), Vec::new());
    report.row(
        "weighted semaphore: free, a pair",
        OPERATIONS,
        weighted,
        |(it, granted), index| {
            let is_granted = it.try_acquire(2, actor(index));
            (is_granted.is_ok(), it.release(2, actor(index), granted).is_ok())
        },
    );
}

/// As many hold a permit as wait for one; in turn each gives its permit back, which the first in line gets, and asks again.
fn contended(report: &Report) {
    let ours = || {
        let mut it = semaphore(ACTORS / 2);
        for number in 0..ACTORS {
            let _ = it.acquire(Waiter(number), actor(number));
        }
        (it, Vec::new())
    };
    report.row(
        "semaphore: contended, a pair",
        OPERATIONS,
        ours,
        |(it, woken): &mut (_, Vec<Woken>), index| {
            woken.clear();
            let released = it.release(actor(index), woken);
            (released, it.acquire(Waiter(index % ACTORS), actor(index)))
        },
    );
    let ranked = || {
        let mut it = PrioritySemaphore::new(ACTORS / 2, None);
        for number in 0..ACTORS {
            let _ = it.acquire(0, Waiter(number), actor(number), clock::Instant::ZERO);
        }
        (it, Vec::new())
    };
    report.row(
        "priority semaphore: contended, a pair",
        OPERATIONS,
        ranked,
        |(it, woken): &mut (_, Vec<Woken>), index| {
            woken.clear();
            let released = it.release(actor(index), woken);
            (
                released,
                it.acquire(0, Waiter(index % ACTORS), actor(index), clock::Instant::ZERO),
            )
        },
    );
    let locked = || {
        let mut it = mutex();
        for number in 0..ACTORS {
            let _: Lock = it.lock(Waiter(number), actor(number));
        }
        (it, Vec::new())
    };
    report.row(
        "mutex: contended, a pair",
        OPERATIONS,
        locked,
        |(it, woken): &mut (_, Vec<Woken>), index| {
            woken.clear();
            let unlocked = it.unlock(actor(index), woken);
            (unlocked, it.lock(Waiter(index % ACTORS), actor(index)))
        },
    );
    let tokio = || {
        let it = Arc::new(tokio::sync::Semaphore::new((ACTORS / 2) as usize));
        let (held, waiting) = begin(|| Arc::clone(&it).acquire_owned());
        (it, held, waiting)
    };
    report.row(
        "semaphore: tokio, contended, a pair",
        OPERATIONS,
        tokio,
        |(it, held, waiting), _| {
            take_turn(held, waiting, || Arc::clone(it).acquire_owned());
        },
    );
    let async_lock = || {
        let it = Arc::new(async_lock::Semaphore::new((ACTORS / 2) as usize));
        let (held, waiting) = begin(|| it.acquire_arc());
        (it, held, waiting)
    };
    report.row(
        "semaphore: async-lock, contended, a pair",
        OPERATIONS,
        async_lock,
        |(it, held, waiting), _| {
            take_turn(held, waiting, || it.acquire_arc());
        },
    );
}

type Waiting<F> = VecDeque<Pin<Box<F>>>;

fn poll<F: Future>(future: &mut Pin<Box<F>>) -> Poll<F::Output> {
    future.as_mut().poll(&mut Context::from_waker(Waker::noop()))
}

/// Lets every actor ask: half of them get a permit.
fn begin<F: Future>(ask: impl Fn() -> F) -> (VecDeque<F::Output>, Waiting<F>) {
    let (mut held, mut waiting) = (VecDeque::new(), VecDeque::new());
    for _ in 0..ACTORS {
        let mut future = Box::pin(ask());
        match poll(&mut future) {
            Poll::Ready(permit) => held.push_back(permit),
            Poll::Pending => waiting.push_back(future),
        }
    }
    (held, waiting)
}

/// The longest holder gives its permit back, the first in line goes on, and the holder asks again.
fn take_turn<F: Future>(held: &mut VecDeque<F::Output>, waiting: &mut Waiting<F>, ask: impl Fn() -> F) {
    drop(held.pop_front());
    if let Some(mut first) = waiting.pop_front()
        && let Poll::Ready(permit) = poll(&mut first)
    {
        held.push_back(permit);
    }
    let mut again = Box::pin(ask());
    match poll(&mut again) {
        Poll::Ready(permit) => held.push_back(permit),
        Poll::Pending => waiting.push_back(again),
    }
}

fn cancelled(report: &Report) {
    let ours = || {
        let mut it = semaphore(0);
        for number in 0..WAITERS {
            let _ = it.acquire(Waiter(number), actor(number));
        }
        it
    };
    let one = |index: u32| Waiter(index.wrapping_mul(2_654_435_761) % WAITERS);
    report.row(
        "semaphore: cancel and ask again among 50,000",
        OPERATIONS / 10,
        ours,
        |it, index| {
            let was_waiting = it.cancel(one(index));
            (was_waiting, it.acquire(one(index), actor(index)))
        },
    );
    let released = || (ours(), Vec::new());
    report.row(
        "semaphore: release to one of 50,000, who asks again",
        OPERATIONS,
        released,
        |(it, woken): &mut (_, Vec<Woken>), index| {
            woken.clear();
            let released = it.release(actor(index), woken);
            for wake in woken.iter() {
                if let Woken::Granted(waiter, next) = *wake {
                    let _ = it.acquire(waiter, next);
                }
            }
            released
        },
    );
}
