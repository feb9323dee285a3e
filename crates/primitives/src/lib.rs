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
mod rank_queue;
mod rolling_window;
mod usage;
mod visit;
mod wait_queue;
mod waiter;

// Locks and limits.
mod mutex;
mod priority_inheritance;
mod priority_semaphore;
mod rw_lock;
mod semaphore;
mod weighted_semaphore;

// Signals and meeting points.
mod auto_reset_event;
mod barrier;
mod condition;
mod latch;
mod manual_reset_event;
mod wait_group;

// Communication.
mod atomic_int;
mod atomic_ref;
mod channel;
pub mod select;

// Bounded work.
mod batcher;
mod bulkhead;
mod limit;
mod worker_pool;

// Pools, and what is outside of a program.
mod connection;
mod database;
mod message_queue;
mod pool;
mod server;

// Limits over time.
mod fixed_window;
mod gcra;
mod keyed_limiter;
mod leaky_bucket;
mod limiter;
mod rate;
mod sliding_window;
mod token_bucket;

// Caches.
mod cache;
mod early_refresh;
mod lru;

// Overload.
mod adaptive_concurrency;
mod autoscaler;
mod backoff;
mod circuit_breaker;
mod load_shedder;
mod retry_budget;

// Structure.
mod mailbox;
mod scope;
mod topic;

#[cfg(test)]
mod exhaustive;

pub use adaptive_concurrency::{AdaptiveConcurrency, AdaptiveOptions, Algorithm, Gradient, MICRO};
pub use atomic_int::{AtomicInt, MAX_SAFE_INTEGER};
pub use atomic_ref::AtomicRef;
pub use auto_reset_event::AutoResetEvent;
pub use autoscaler::{Autoscaler, AutoscalerOptions};
pub use backoff::{Backoff, Jitter};
pub use barrier::{Barrier, Meeting};
pub use batcher::{Batcher, BatcherOptions, Landing, Loaded, Name};
pub use bulkhead::{Admission, Bulkhead};
pub use cache::{At, Cache, CacheEntry, CacheOptions, Fetched, Flight, Landed, Lookup};
pub use channel::{
    AlreadyClosed, Capacity, Channel, Closed, Party, ReceiveOutcome, SendOutcome, TryReceiveOutcome, TrySendOutcome,
};
pub use circuit_breaker::{BreakerState, CallAdmission, CallOutcome, CircuitBreaker, CircuitBreakerOptions, Ticket};
pub use condition::{Condition, Leaver};
pub use connection::{Connection, ConnectionOptions, ConnectionState, Unusable};
pub use database::{Aborted, Database, DeadlockRule, Isolation, Key, RowGranted, RowLock, TransactionError};
pub use early_refresh::{Beta, head_start};
pub use fixed_window::FixedWindow;
pub use gcra::Gcra;
pub use keyed_limiter::KeyedLimiter;
pub use latch::{BelowZero, Latch};
pub use leaky_bucket::LeakyBucket;
pub use limit::Limit;
pub use limiter::{Consume, Limiter, Passage, Rule};
pub use load_shedder::{Entrance, LoadShedder, LoadShedderOptions, Shed};
pub use mailbox::{Letter, Mailbox, Overflow, Posted, Stopped};
pub use manual_reset_event::ManualResetEvent;
pub use message_queue::{Delivered, Delivery, Message, MessageQueue, MessageQueueOptions, Receipt, Returned};
pub use mutex::{Inheritance, Lock, Mutex, MutexOptions, Reentrancy, UnlockError};
pub use pool::{
    Borrow, Chore, Closing, ConnectionPool, GivenBack, IdleOrder, Lent, NotLent, PlaceState, PlaceView, PoolOptions,
    Validation,
};
pub use priority_inheritance::{Urgency, inherit};
pub use priority_semaphore::PrioritySemaphore;
pub use rate::Rate;
pub use retry_budget::{RetryBudget, RetryBudgetOptions};
pub use rw_lock::{Access, NotReading, Preference, RwLock};
pub use scope::{Scope, ScopeState};
pub use semaphore::{Acquire, ReleaseError, Semaphore, SemaphoreOptions};
pub use server::{Admitted, Arrival, Departure, Outage, Refusal, Server, ServerOptions};
pub use sliding_window::{SlidingCounter, SlidingLog};
pub use token_bucket::TokenBucket;
pub use topic::{Demand, Offered, Publisher, Slow, Subscription, Taken, Topic, Unsubscribed};
pub use visit::Visit;
pub use wait_group::{AddError, WaitGroup};
pub use waiter::{Actor, Fairness, Waiter, Woken};
pub use weighted_semaphore::{Holding, ReleaseUnitsError, WeightError, WeightedSemaphore};
pub use worker_pool::{ClosedAlready, Ended, Job, Rejection, Submitted, Take, WorkerPool, WorkerPoolOptions};
