//! What the learner's program asks of the world.
//!
//! Owns the dispatch of host calls and the errors that the world throws. What each group of calls does is in the
//! modules below, and for the objects that are drawn in `object`.

mod console;
mod promise;
mod properties;
mod tasks;
mod time;

use std::cell::Cell;

use crate::object::{ActorObject, Breaker, Loader, Scaler, Subscriber, WorkerPoolObject};
pub(crate) use console::ConsoleState;
use primitives::{
    AdaptiveConcurrency, AtomicInt, AtomicRef, AutoResetEvent, Barrier, Bulkhead, Channel, Condition, Latch, Limit,
    LoadShedder, ManualResetEvent, Mutex, PrioritySemaphore, RetryBudget, RwLock, Scope, Semaphore, Topic, WaitGroup,
    WeightedSemaphore,
};
pub(crate) use time::draw;
use vm::{ErrorKind, Host, HostCall, HostClass, Value};

use crate::callers::Waiting;
use crate::object::{Keyed, Link, Pool, Service, Store, caches, limiters};
use crate::step::Stepper;
use crate::task::ActivityId;
use crate::{EventKind, ObjectId};

/// How a host call is answered.
pub(crate) enum Answer {
    /// With a value.
    Return(Value),
    /// With an error.
    Throw(Value),
    /// Not yet: the activity stands still, and something else will answer.
    Park,
    /// Later: the step ends here, and the activity goes on where it is.
    Halt,
    /// Not at all: the run is over.
    Stop,
}

impl Stepper<'_> {
    /// Carries out a host call of an activity. What does it for each class and each family of calls is a function of its own,
    /// never inlined: a browser compiles a function when it is first called, all of it, and most programs call few of these.
    pub(crate) fn host_call(&mut self, id: ActivityId, call: &HostCall) -> Answer {
        use Host as H;
        self.caller = Some(id);
        self.log.touch = self.log.touch.max(vm::Touch::Apart);
        self.note_reach(call);
        let answer = match call.native {
            H::ConsoleLog
            | H::ConsoleInfo
            | H::ConsoleDebug
            | H::ConsoleWarn
            | H::ConsoleError
            | H::Print
            | H::PrintError => self.console(call),
            H::ConsoleIndent | H::ConsoleCounter | H::ConsoleTimer => self.console_state(call),
            H::SetTimeout
            | H::SetInterval
            | H::ClearTimeout
            | H::ClearInterval
            | H::SetImmediate
            | H::ClearImmediate
            | H::Sleep
            | H::Work
            | H::YieldNow
            | H::DateNow
            | H::PerformanceNow
            | H::MathRandom => self.time(id, call),
            H::TimeoutRef
            | H::TimeoutUnref
            | H::TimeoutHasRef
            | H::TimeoutRefresh
            | H::TimeoutClose
            | H::TimeoutToPrimitive
            | H::ImmediateRef
            | H::ImmediateUnref
            | H::ImmediateHasRef => self.timer_method(call),
            H::NextTick
            | H::QueueMicrotask
            | H::PromiseAll
            | H::PromiseAllSettled
            | H::PromiseRace
            | H::PromiseAny
            | H::PromiseResolve
            | H::PromiseReject
            | H::PromiseThen
            | H::PromiseCatch
            | H::PerformThen
            | H::GrantTurn
            | H::SettleResolve
            | H::SettleReject => self.promises(call),
            H::Spawn | H::TaskName | H::TaskDone | H::TaskCancel => self.tasks(call),
            H::Assert | H::Always | H::Eventually | H::Sometimes | H::Critical | H::Progress => self.claim(id, call),
            H::Choose => self.choose(id, call),
            H::Select => self.select(id, call),
            H::After => self.select_case(call),
            H::AbortWaits => self.abort_waits(call),
            H::Io => self.io(call),
            H::Semaphore => self.construct::<Semaphore>(id, call),
            H::SemaphoreAcquire
            | H::SemaphoreTryAcquire
            | H::SemaphoreTryAcquireFor
            | H::SemaphoreRelease
            | H::SemaphoreAvailable
            | H::SemaphoreWaiting => self.call_object::<Semaphore>(call),
            H::Mutex => self.construct::<Mutex>(id, call),
            H::MutexLock | H::MutexTryLock | H::MutexTryLockFor | H::MutexUnlock | H::MutexLocked | H::MutexWaiting => {
                self.call_object::<Mutex>(call)
            }
            H::RwLock => self.construct::<RwLock>(id, call),
            H::RwLockReadLock
            | H::RwLockTryReadLock
            | H::RwLockReadUnlock
            | H::RwLockWriteLock
            | H::RwLockTryWriteLock
            | H::RwLockWriteUnlock
            | H::RwLockReaders
            | H::RwLockWriting
            | H::RwLockWaiting => self.call_object::<RwLock>(call),
            H::WeightedSemaphore => self.construct::<WeightedSemaphore>(id, call),
            H::WeightedSemaphoreAcquire
            | H::WeightedSemaphoreTryAcquire
            | H::WeightedSemaphoreRelease
            | H::WeightedSemaphoreAvailable
            | H::WeightedSemaphoreWaiting => self.call_object::<WeightedSemaphore>(call),
            H::PrioritySemaphore => self.construct::<PrioritySemaphore>(id, call),
            H::PrioritySemaphoreAcquire
            | H::PrioritySemaphoreTryAcquire
            | H::PrioritySemaphoreRelease
            | H::PrioritySemaphoreAvailable
            | H::PrioritySemaphoreWaiting => self.call_object::<PrioritySemaphore>(call),
            H::Condition => self.construct::<Condition<Value>>(id, call),
            H::ConditionNotifyOne
            | H::ConditionNotifyAll
            | H::ConditionWaiting
            | H::ConditionWait
            | H::ConditionWaitFor
            | H::ConditionRelock => self.call_object::<Condition<Value>>(call),
            H::Barrier => self.construct::<Barrier>(id, call),
            H::BarrierWait | H::BarrierParties | H::BarrierWaiting => self.call_object::<Barrier>(call),
            H::Latch => self.construct::<Latch>(id, call),
            H::LatchCountDown | H::LatchWait | H::LatchCount | H::LatchWaiting => self.call_object::<Latch>(call),
            H::WaitGroup => self.construct::<WaitGroup>(id, call),
            H::WaitGroupAdd | H::WaitGroupDone | H::WaitGroupWait | H::WaitGroupCount | H::WaitGroupWaiting => {
                self.call_object::<WaitGroup>(call)
            }
            H::ManualResetEvent => self.construct::<ManualResetEvent>(id, call),
            H::ManualResetEventSet
            | H::ManualResetEventReset
            | H::ManualResetEventWait
            | H::ManualResetEventIsSet
            | H::ManualResetEventWaiting => self.call_object::<ManualResetEvent>(call),
            H::AutoResetEvent => self.construct::<AutoResetEvent>(id, call),
            H::AutoResetEventSet | H::AutoResetEventWait | H::AutoResetEventIsSet | H::AutoResetEventWaiting => {
                self.call_object::<AutoResetEvent>(call)
            }
            H::AtomicRef => self.construct::<AtomicRef<Value>>(id, call),
            H::AtomicRefGet | H::AtomicRefSet | H::AtomicRefExchange | H::AtomicRefCompareAndSet => {
                self.call_object::<AtomicRef<Value>>(call)
            }
            H::Channel => self.construct::<Channel<Value>>(id, call),
            H::ChannelSend
            | H::ChannelTrySend
            | H::ChannelReceive
            | H::ChannelTryReceive
            | H::ChannelOnReceive
            | H::ChannelOnSend
            | H::ChannelClose
            | H::ChannelClosed
            | H::ChannelLength
            | H::ChannelCapacity => self.call_object::<Channel<Value>>(call),
            H::Limit => self.construct::<Limit>(id, call),
            H::LimitEnter
            | H::LimitLeave
            | H::LimitTurn
            | H::LimitActive
            | H::LimitPending
            | H::LimitConcurrency
            | H::LimitSetConcurrency
            | H::LimitClear => self.call_object::<Limit>(call),
            H::Bulkhead => self.construct::<Bulkhead>(id, call),
            H::BulkheadEnter | H::BulkheadLeave | H::BulkheadExecutionSlots | H::BulkheadQueueSlots => {
                self.call_object::<Bulkhead>(call)
            }
            H::Batcher => self.construct::<Loader>(id, call),
            H::BatchLoad
            | H::BatchDue
            | H::BatchSend
            | H::BatchLand
            | H::BatchPrime
            | H::BatchClear
            | H::BatchClearAll => self.call_object::<Loader>(call),
            H::WorkerPool => self.construct_pool(id, call),
            H::WorkerSubmit
            | H::WorkerNext
            | H::WorkerPoolDrain
            | H::WorkerPoolClose
            | H::WorkerPoolBusy
            | H::WorkerPoolQueued
            | H::WorkerPoolSize
            | H::WorkerPoolClosed => self.call_object::<WorkerPoolObject>(call),
            H::AtomicInt => self.construct::<AtomicInt>(id, call),
            H::AtomicIntGet
            | H::AtomicIntSet
            | H::AtomicIntAdd
            | H::AtomicIntIncrement
            | H::AtomicIntDecrement
            | H::AtomicIntExchange
            | H::AtomicIntCompareAndSet => self.call_object::<AtomicInt>(call),
            H::TokenBucket => self.construct::<limiters::TokenBucket>(id, call),
            H::TokenBucketTryConsume
            | H::TokenBucketConsume
            | H::TokenBucketWaitForToken
            | H::TokenBucketAvailable
            | H::TokenBucketWaiting => self.call_object::<limiters::TokenBucket>(call),
            H::LeakyBucket => self.construct::<limiters::LeakyBucket>(id, call),
            H::LeakyBucketTryConsume | H::LeakyBucketConsume | H::LeakyBucketAvailable | H::LeakyBucketWaiting => {
                self.call_object::<limiters::LeakyBucket>(call)
            }
            H::FixedWindow => self.construct::<limiters::FixedWindow>(id, call),
            H::FixedWindowTryConsume | H::FixedWindowConsume | H::FixedWindowAvailable | H::FixedWindowWaiting => {
                self.call_object::<limiters::FixedWindow>(call)
            }
            H::SlidingWindow => self.construct::<limiters::SlidingWindow>(id, call),
            H::SlidingWindowTryConsume
            | H::SlidingWindowConsume
            | H::SlidingWindowAvailable
            | H::SlidingWindowWaiting => self.call_object::<limiters::SlidingWindow>(call),
            H::Gcra => self.construct::<limiters::Gcra>(id, call),
            H::GcraTryConsume | H::GcraConsume | H::GcraAvailable | H::GcraWaiting => {
                self.call_object::<limiters::Gcra>(call)
            }
            H::KeyedLimiter => self.construct::<Keyed>(id, call),
            H::KeyedLimiterTryConsume
            | H::KeyedLimiterConsume
            | H::KeyedLimiterAvailable
            | H::KeyedLimiterWaiting
            | H::KeyedLimiterSize => self.call_object::<Keyed>(call),
            H::DedupedCache => self.construct::<caches::DedupedCache>(id, call),
            H::Cache => self.construct::<caches::Cache>(id, call),
            H::CachePeek | H::CacheHas | H::CacheSet | H::CacheDelete | H::CacheClear | H::CacheSize => {
                self.call_object::<caches::Cache>(call)
            }
            H::CacheGet | H::CacheLand | H::CacheFail => self.cache_flight(call),
            H::AdaptiveConcurrency => self.construct::<AdaptiveConcurrency>(id, call),
            H::AdaptiveAcquire | H::AdaptiveFinish | H::AdaptiveLimit | H::AdaptiveActive | H::AdaptiveWaiting => {
                self.call_object::<AdaptiveConcurrency>(call)
            }
            H::CircuitBreaker => self.construct::<Breaker>(id, call),
            H::BreakerAdmit
            | H::BreakerFinish
            | H::BreakerPart
            | H::BreakerStats
            | H::BreakerFallback
            | H::BreakerSet
            | H::BreakerTold
            | H::BreakerOn
            | H::BreakerOnce
            | H::BreakerOff
            | H::BreakerOpened
            | H::BreakerClosed
            | H::BreakerHalfOpen => self.call_object::<Breaker>(call),
            H::LoadShedder => self.construct::<LoadShedder>(id, call),
            H::ShedderEnter | H::ShedderLeave | H::ShedderActive | H::ShedderWaiting | H::ShedderShedding => {
                self.call_object::<LoadShedder>(call)
            }
            H::Autoscaler => self.construct::<Scaler>(id, call),
            H::AutoscalerObserve | H::AutoscalerMetric | H::AutoscalerReplicas | H::AutoscalerReady => {
                self.call_object::<Scaler>(call)
            }
            H::RetryBudget => self.construct::<RetryBudget>(id, call),
            H::RetryBudgetDeposit | H::RetryBudgetTryWithdraw | H::RetryBudgetBalance => {
                self.call_object::<RetryBudget>(call)
            }
            H::ConcurrencyScope => self.construct::<Scope<Value>>(id, call),
            H::ScopeController
            | H::ScopeAdd
            | H::ScopeAbort
            | H::ScopeChildren
            | H::ScopeDone
            | H::ScopeReason
            | H::ScopeAborted => self.call_object::<Scope<Value>>(call),
            H::Actor => self.construct::<ActorObject>(id, call),
            H::ActorStart
            | H::ActorPost
            | H::ActorNext
            | H::ActorAnswer
            | H::ActorStop
            | H::ActorPending
            | H::ActorStopped => self.call_object::<ActorObject>(call),
            H::Topic => self.construct::<Topic<Value>>(id, call),
            H::TopicPublish | H::TopicSubscribe | H::TopicClose | H::TopicClosed | H::TopicSubscribers => {
                self.call_object::<Topic<Value>>(call)
            }
            H::Subscription => self.construct::<Subscriber>(id, call),
            H::SubscriptionTake
            | H::SubscriptionRequest
            | H::SubscriptionUnsubscribe
            | H::SubscriptionLength
            | H::SubscriptionEnded => self.call_object::<Subscriber>(call),
            H::Backoff => self.backoff(call),
            H::Expire | H::Forget | H::IsCancellation => self.expiry(call),
            H::ConnectionPool => self.construct::<Pool>(id, call),
            H::PoolSize
            | H::PoolAvailable
            | H::PoolWaiting
            | H::PoolBorrow
            | H::PoolChecked
            | H::PoolReplace
            | H::PoolFactory
            | H::PoolOpened
            | H::PoolFailed
            | H::PoolRelease
            | H::PoolDiscard
            | H::PoolTimeout
            | H::PoolClose => self.call_object::<Pool>(call),
            H::Network => self.network(id, call),
            H::CurrentNetwork => self.current_network(id, call),
            H::Server => self.construct::<Service>(id, call),
            H::ServerServing
            | H::ServerWaiting
            | H::ServerIsDown
            | H::ServerArrive
            | H::ServerServe
            | H::ServerFails
            | H::ServerLeave
            | H::ServerAnswers => self.call_object::<Service>(call),
            H::MessageQueue => self.construct::<primitives::MessageQueue<Value>>(id, call),
            H::MessageQueueSend
            | H::MessageQueueReceive
            | H::MessageQueueTryReceive
            | H::MessageQueueAck
            | H::MessageQueueNack
            | H::MessageQueueExtend
            | H::MessageQueueRedrive
            | H::MessageQueueDeadLetters
            | H::MessageQueueInFlight
            | H::MessageQueueLength => self.call_object::<primitives::MessageQueue<Value>>(call),
            H::SimulatedConnection => self.simulated_connection(id, call),
            H::LinkState | H::LinkPause | H::LinkRefuses | H::LinkFails | H::LinkOpen | H::LinkEnter | H::LinkClose => {
                self.call_object::<Link>(call)
            }
            H::Database => self.construct::<Store>(id, call),
            H::DatabaseOpen
            | H::DatabaseBegin
            | H::DatabasePause
            | H::DatabaseGet
            | H::DatabaseLock
            | H::DatabaseWrite
            | H::DatabaseCommit
            | H::DatabaseRollback => self.call_object::<Store>(call),
        };
        self.settle_objects();
        self.caller = None;
        if self.world.seldom.outcome.is_some() {
            Answer::Stop
        } else {
            answer
        }
    }

    /// An error of the learner's language, made where the running lane stands.
    pub(crate) fn error(&mut self, kind: ErrorKind, message: &str) -> Value {
        let line = self.position.line;
        let stack = self.stack_lines();
        Value::Object(self.world.heap.alloc_error(kind, message, line, stack))
    }

    /// The learner's functions that led to the call that is being answered, innermost first.
    fn stack_lines(&mut self) -> Vec<vm::StackLine> {
        let Some(id) = self.caller else {
            return Vec::new();
        };
        // Whoever waits for it stands in it.
        self.world.reach.open();
        let world = &*self.world;
        let activity = world.activity(id);
        let waiting = Waiting {
            activities: &world.activities,
            running: &world.running,
            id,
            promise: activity.awaited_as(),
            was_asked: Cell::new(false),
        };
        vm::stack_lines(&activity.fiber, &world.heap, &world.program, &waiting)
    }

    /// An error with a name of its own, as libraries have them.
    pub(crate) fn named_error(&mut self, name: &str, message: &str) -> Value {
        let error = self.error(ErrorKind::Error, message);
        let name = self.world.heap.alloc_str(name);
        vm::define_hidden(&mut self.world.heap, error, "name", name);
        error
    }

    pub(crate) fn throw(&mut self, kind: ErrorKind, message: &str) -> Answer {
        Answer::Throw(self.error(kind, message))
    }

    /// The error of Node for something that is to be called and cannot be.
    pub(crate) fn no_callback(&mut self, received: Value) -> Answer {
        let shown = vm::received(&self.world.heap, &self.world.program, received);
        let message = format!("The \"callback\" argument must be of type function. Received {shown}");
        let error = self.error(ErrorKind::TypeError, &message);
        if let Value::Object(reference) = error {
            let code = self.world.heap.alloc_str("ERR_INVALID_ARG_TYPE");
            self.world.heap.set_error_code(reference, code);
        }
        Answer::Throw(error)
    }

    /// The error of giving back what is not held: a finding of its own, caught or not.
    pub(crate) fn throw_over_release(&mut self, object: u32, kind: ErrorKind, message: &str) -> Answer {
        self.emit(EventKind::OverRelease {
            object: ObjectId(object),
        });
        let error = self.error(kind, message);
        if let Value::Object(error) = error {
            self.world.heap.mark_over_release(error);
        }
        Answer::Throw(error)
    }

    /// A value in one line, for messages.
    pub(crate) fn short(&self, value: Value) -> String {
        vm::short(&self.world.heap, &self.world.program, value)
    }

    /// The number of the object that a method was called on; functions of the library get it as their first argument.
    pub(crate) fn receiver(&mut self, call: &HostCall, class: HostClass) -> Result<u32, Answer> {
        let receiver = match call.native.owner() {
            vm::Owner::Global => argument(call, 0),
            _ => call.this,
        };
        match self.world.heap.as_host(receiver) {
            Some((found, id)) if found == class => Ok(id),
            Some(_) | None => {
                let message = format!(
                    "{} is called on something that is no {}",
                    call.native.name(),
                    class.name()
                );
                Err(self.throw(ErrorKind::TypeError, &message))
            }
        }
    }

    /// Notes what a call can reach: the object whose method it is, if that is all.
    fn note_reach(&mut self, call: &HostCall) {
        let object = self.world.heap.as_host(call.this);
        let method_of = object.filter(|(class, _)| class.owner() == call.native.owner());
        match method_of {
            Some((_, id)) if self.world.objects[id as usize].primitive.is_confined() => self.world.reach.object(id),
            Some(_) | None => self.world.reach.open(),
        }
    }

    /// A property of an options object, `undefined` without one.
    pub(crate) fn option(&self, options: Value, name: &str) -> Value {
        match options {
            Value::Object(object) => vm::own_or_inherited(&self.world.heap, object, name).unwrap_or(Value::Undefined),
            _ => Value::Undefined,
        }
    }
}

/// An argument, `undefined` where there is none.
pub(crate) fn argument(call: &HostCall, index: usize) -> Value {
    call.args.get(index).copied().unwrap_or(Value::Undefined)
}
