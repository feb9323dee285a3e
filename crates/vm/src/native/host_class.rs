//! The classes of objects whose state lives outside the heap.
//!
//! Owns the closed list of them. Constructor, prototype and class have one name; methods are in the list of host functions.

use super::{Host, Owner};

macro_rules! host_classes {
    ($($class:ident,)*) => {
        /// A class of objects whose state lives outside the heap, with whoever runs the VM.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[allow(missing_docs, reason = "the names are the classes' names")]
        pub enum HostClass {
            $($class,)*
        }

        impl HostClass {
            /// All of them.
            pub const ALL: &'static [HostClass] = &[$(HostClass::$class,)*];

            /// The owner of the methods and getters of an object of this class.
            #[must_use]
            pub fn owner(self) -> Owner {
                match self { $(HostClass::$class => Owner::$class,)* }
            }

            /// The class that a function makes an object of.
            #[must_use]
            pub fn made_by(host: Host) -> Option<HostClass> {
                match host {
                    $(Host::$class => Some(HostClass::$class),)*
                    _ => None,
                }
            }

            /// The class's name.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(HostClass::$class => stringify!($class),)* }
            }

            pub(crate) fn owning(owner: Owner) -> Option<HostClass> {
                match owner {
                    $(Owner::$class => Some(HostClass::$class),)*
                    _ => None,
                }
            }
        }
    };
}

host_classes! {
    Semaphore,
    Mutex,
    RwLock,
    WeightedSemaphore,
    PrioritySemaphore,
    Condition,
    Barrier,
    Latch,
    WaitGroup,
    ManualResetEvent,
    AutoResetEvent,
    AtomicRef,
    Channel,
    AtomicInt,
    TokenBucket,
    LeakyBucket,
    FixedWindow,
    SlidingWindow,
    Gcra,
    KeyedLimiter,
    DedupedCache,
    Cache,
    AdaptiveConcurrency,
    CircuitBreaker,
    LoadShedder,
    Autoscaler,
    RetryBudget,
    ConcurrencyScope,
    Actor,
    Topic,
    Subscription,
    ConnectionPool,
    Server,
    MessageQueue,
    Database,
    SimulatedConnection,
    Limit,
    Bulkhead,
    WorkerPool,
    Batcher,
}
