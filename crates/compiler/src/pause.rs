//! Work that gives way to others: a page that must answer while a program is compiled gives the browser a turn in the
//! middle of it. Owns what a pause is, and how the same work is done without any. How long a turn is, the page decides.

use std::future::ready;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Called wherever work may stop for a moment, which is far more often than it has to: the page knows the time, and lets a
/// pause be over at once while its turn is young.
pub type Pause<'p> = &'p dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// The pause of somebody who waits for all of it.
#[must_use]
pub fn no_pause() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(ready(()))
}

/// Does work whose pauses are all [`no_pause`].
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        // Nothing else than the pauses is ever waited for.
        if let Poll::Ready(made) = work.as_mut().poll(&mut context) {
            return made;
        }
    }
}
