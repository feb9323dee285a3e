//! Synchronisation primitives as state machines.
//!
//! Owns the rules of each primitive: who may go on, who waits, who is woken and in what order. Deliberately has no tasks,
//! no callbacks and no time of its own. A caller that has to wait hands in a [`Waiter`] token and suspends whatever stands
//! behind it; a call that lets others go on says so in its result or appends to a list of [`Woken`], in the order of the
//! wake-ups, and the caller resumes them. Every primitive is plain data: it can be cloned, hashed and compared, so that a
//! checker can put it into a state.
//!
//! What a learner's number may be (a fraction, a negative count) is judged above; here counts are already whole. Calls
//! that no program can cause, such as two live waits with one token, are bugs of the caller and panic.

// The vocabulary that all of them share.
mod visit;
mod wait_queue;
mod waiter;

// Locks and limits.
mod mutex;
mod semaphore;

// Communication.
mod atomic_int;
mod channel;

// Pools, and what is outside of a program.
mod database;
mod message_queue;
mod pool;
mod server;

#[cfg(test)]
mod exhaustive;

pub use atomic_int::{AtomicInt, MAX_SAFE_INTEGER};
pub use channel::{
    AlreadyClosed, Capacity, Channel, Closed, ReceiveOutcome, SendOutcome, TryReceiveOutcome, TrySendOutcome,
};
pub use database::{Aborted, Database, DeadlockRule, Isolation, Key, RowGranted, RowLock, TransactionError};
pub use message_queue::{Delivered, Delivery, Message, MessageQueue, MessageQueueOptions, Receipt, Returned};
pub use mutex::{Lock, Mutex, MutexOptions, Reentrancy, UnlockError};
pub use pool::{
    Borrow, Chore, ConnectionPool, GivenBack, IdleOrder, Lent, NotLent, PlaceState, PoolOptions, Validation,
};
pub use semaphore::{Acquire, ReleaseError, Semaphore, SemaphoreOptions};
pub use server::{Admitted, Arrival, Departure, Outage, Refusal, Server, ServerOptions};
pub use visit::Visit;
pub use waiter::{Actor, Fairness, Waiter, Woken};
