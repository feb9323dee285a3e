//! The objects that are drawn: primitives with the name that the learner gave them.
//!
//! Owns what every such object has to say for itself ([`Object`]), the closed list of their classes, and what is done
//! after each operation whatever the class. What a primitive does is `primitives`'; how the program calls it is in the
//! module of its class.

mod construct;
mod show;
mod terms;
mod waiting;

mod actor;
mod adaptive_concurrency;
mod atomic_int;
mod atomic_ref;
mod autoscaler;
mod barrier;
mod batcher;
mod bulkhead;
mod cache;
mod channel;
mod circuit_breaker;
mod condition;
mod connection_pool;
mod database;
mod gates;
mod keyed_limiter;
mod limit;
mod limiter;
mod listeners;
mod load_shedder;
mod message_queue;
mod mutex;
mod options;
mod priority_semaphore;
mod retry_budget;
mod rw_lock;
mod scope;
mod select;
mod semaphore;
mod server;
mod settings;
mod simulated_connection;
mod topic;
mod weighted_semaphore;
mod worker_pool;

use std::hash::Hash;
use std::sync::Arc;

use clock::{Instant, TimerId};
use primitives::{
    Actor, AdaptiveConcurrency, AtomicInt, AtomicRef, AutoResetEvent, Barrier, Bulkhead, Channel, Condition, Latch,
    Limit, LoadShedder, ManualResetEvent, Mutex, PrioritySemaphore, RetryBudget, RwLock, Scope, Semaphore, Topic,
    Visit, WaitGroup, Waiter, WeightedSemaphore,
};
use vm::{HostCall, HostClass, Value};

pub(crate) use actor::ActorObject;
pub(crate) use autoscaler::Scaler;
pub(crate) use batcher::Loader;
pub(crate) use cache::classes as caches;
pub(crate) use circuit_breaker::Breaker;
pub(crate) use connection_pool::Pool;
pub(crate) use database::Store;
pub(crate) use keyed_limiter::Keyed;
pub(crate) use limiter::classes as limiters;
pub(crate) use server::Service;
pub(crate) use show::Shown;
pub(crate) use simulated_connection::Link;
pub(crate) use terms::Watch;
pub(crate) use topic::Subscriber;
pub(crate) use waiting::Asked;
pub(crate) use worker_pool::Pool as WorkerPoolObject;

use crate::host::Answer;
use crate::step::Stepper;
use crate::task::TimerAction;
use crate::{FactValue, ObjectShape, Row, TaskId};

/// A primitive and what the world knows of it besides its state. A search copies one for each step that uses it, so that
/// there is little in it that such a step leaves as it is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct HostObject {
    pub(crate) label: Arc<Label>,
    pub(crate) primitive: Primitive,
    /// The timer that is set for its deadline.
    pub(crate) alarm: Option<(Deadline, TimerId)>,
    /// Only kept while everything is written down, and no part of a state.
    pub(crate) history: Option<Box<History>>,
}

/// What an object is called.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Label {
    /// The variable that it was first assigned to, or its class: what errors call it, so that it is part of its state.
    pub(crate) given: Arc<str>,
    /// Of `given`, for fingerprints.
    pub(crate) given_hash: u64,
    /// The same with a number that tells it from others, for whoever looks on.
    pub(crate) name: Arc<str>,
}

/// What is remembered of an object for those who look on.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct History {
    /// Who took it on which line and has not given it back, oldest first.
    pub(crate) taken: Vec<(Actor, u32)>,
    /// What of it was told last.
    pub(crate) shown: Shown,
}

impl HostObject {
    /// What is remembered, to be written to.
    pub(crate) fn history_mut(&mut self) -> &mut History {
        self.history.get_or_insert_default()
    }
}

/// When time alone changes an object.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Deadline {
    pub(crate) at: Instant,
    /// Who waits for it, so that a run goes on for its sake; the first, if several do.
    pub(crate) awaited_by: Option<Actor>,
}

/// What somebody waits for, as the sentences about deadlocks have it.
pub(crate) struct Wanted {
    /// What stands behind "waits for".
    pub(crate) what: String,
    /// Who could give it, if that is known: nobody, if the list is empty.
    pub(crate) holders: Option<Vec<Actor>>,
}

impl Wanted {
    /// Something of which it is not known who brings it about.
    pub(crate) fn of_anyone(what: String) -> Wanted {
        Wanted { what, holders: None }
    }

    /// Something that these hold.
    pub(crate) fn of_holders(what: String, holders: &[Actor]) -> Wanted {
        Wanted {
            what,
            holders: Some(holders.to_vec()),
        }
    }
}

/// What a class says for itself and how the program calls it. Everything that a class does not have is left at its default.
pub(crate) trait Object: Clone + Eq + Hash + std::fmt::Debug + Sized {
    /// The class.
    const CLASS: HostClass;

    /// Whether its methods read and change nothing that tasks share but the object itself and the lanes that it wakes, as far
    /// as a [`Footprint`](crate::Footprint) does not hear of it otherwise. When in doubt it is not.
    const IS_CONFINED: bool = false;

    /// Its record in the list of all classes.
    fn of(primitive: &Primitive) -> Option<&Self>;
    fn of_mut(primitive: &mut Primitive) -> Option<&mut Self>;
    fn into_primitive(self) -> Primitive;

    /// Makes one from the arguments of a call of the constructor; the error says what is wrong with them.
    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String>;

    /// Answers a call of one of its methods; `id` is its own number.
    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer;

    /// What is told when it is made.
    fn shape(&self) -> ObjectShape;

    /// Tells what its state consists of.
    fn visit(&self, to: &mut impl Visit<Value>);

    /// Names those who hold something of it, once for each thing held.
    fn holders(&self, _each: &mut dyn FnMut(Actor)) {}

    /// Names those who wait with whom they lend their priority: waiter and holder.
    fn inheriting(&self, _each: &mut dyn FnMut(Actor, Actor)) {}

    /// What somebody waits for who called the method `operation`; `name` is the object's.
    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(name.to_owned())
    }

    /// The same, of a class that knows more about each wait.
    fn wanted_by(&self, name: &str, operation: &str, _waiter: Waiter) -> Wanted {
        self.wanted(name, operation)
    }

    /// As what a lane holds it, where there is but one way.
    fn mode(&self) -> &'static str {
        "lock"
    }

    /// Numbers and words of its card that events do not tell by themselves.
    fn facts(&self, _now: Instant) -> Vec<(&'static str, FactValue)> {
        Vec::new()
    }

    /// Entries of its card: connections, cached values, requests.
    fn rows(&self, _now: Instant) -> Vec<Row> {
        Vec::new()
    }

    /// The same for a class whose rows tell of values of the program; `show` writes one in a line.
    fn rows_of(&self, now: Instant, _show: &dyn Fn(Value) -> String) -> Vec<Row> {
        self.rows(now)
    }

    /// When time alone changes it next.
    fn deadline(&self) -> Option<Deadline> {
        None
    }

    /// The deadline is there (or has been for some time).
    fn tick(_stepper: &mut Stepper<'_>, _id: u32) {}

    /// Takes a wait out without a trace; whoever can go on because of that goes on. `false` when nobody waits under the token.
    fn cancel(_stepper: &mut Stepper<'_>, _id: u32, _waiter: Waiter) -> bool {
        false
    }

    /// What a wait is answered with whose time limit is over.
    fn given_up(&self) -> Value {
        Value::Bool(false)
    }

    /// Whether somebody waits here who will be woken to ask again.
    fn asks_again(&self, _actor: Actor) -> bool {
        false
    }

    /// A waiter that was woken to ask again does so; only called for classes that wake so.
    fn ask_again(&mut self, _waiter: Waiter) -> Asked {
        unreachable!("nobody is asked to retry")
    }
}

/// The list of classes, and the ways from a class to what its [`Object`] says.
macro_rules! classes {
    ($($class:ident($state:ty),)*) => {
        /// The state of one object. Boxed, because the largest of them is far larger than those that are used most.
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        pub(crate) enum Primitive {
            $($class(Box<$state>),)*
        }

        impl Primitive {
            pub(crate) fn visit(&self, to: &mut impl Visit<Value>) {
                match self { $(Primitive::$class(state) => Object::visit(&**state, to),)* }
            }

            pub(crate) fn holders(&self, each: &mut dyn FnMut(Actor)) {
                match self { $(Primitive::$class(state) => Object::holders(&**state, each),)* }
            }

            pub(crate) fn inheriting(&self, each: &mut dyn FnMut(Actor, Actor)) {
                match self { $(Primitive::$class(state) => Object::inheriting(&**state, each),)* }
            }

            pub(crate) fn wanted(&self, name: &str, operation: &str, waiter: Waiter) -> Wanted {
                match self { $(Primitive::$class(state) => state.wanted_by(name, operation, waiter),)* }
            }

            pub(crate) fn is_confined(&self) -> bool {
                match self { $(Primitive::$class(_) => <$state as Object>::IS_CONFINED,)* }
            }

            pub(crate) fn mode(&self) -> &'static str {
                match self { $(Primitive::$class(state) => state.mode(),)* }
            }

            pub(crate) fn facts(&self, now: Instant) -> Vec<(&'static str, FactValue)> {
                match self { $(Primitive::$class(state) => Object::facts(&**state, now),)* }
            }

            pub(crate) fn rows(&self, now: Instant, show: &dyn Fn(Value) -> String) -> Vec<Row> {
                match self { $(Primitive::$class(state) => Object::rows_of(&**state, now, show),)* }
            }

            pub(crate) fn deadline(&self) -> Option<Deadline> {
                match self { $(Primitive::$class(state) => Object::deadline(&**state),)* }
            }

            pub(crate) fn asks_again(&self, actor: Actor) -> bool {
                match self { $(Primitive::$class(state) => Object::asks_again(&**state, actor),)* }
            }

            pub(crate) fn ask_again(&mut self, waiter: Waiter) -> Asked {
                match self { $(Primitive::$class(state) => state.ask_again(waiter),)* }
            }

            pub(crate) fn given_up(&self) -> Value {
                match self { $(Primitive::$class(state) => state.given_up(),)* }
            }

            fn tick_of(&self) -> fn(&mut Stepper<'_>, u32) {
                match self { $(Primitive::$class(_) => <$state as Object>::tick,)* }
            }

            fn cancel_of(&self) -> fn(&mut Stepper<'_>, u32, Waiter) -> bool {
                match self { $(Primitive::$class(_) => <$state as Object>::cancel,)* }
            }
        }
    };
}

classes! {
    Semaphore(Semaphore),
    Mutex(Mutex),
    RwLock(RwLock),
    WeightedSemaphore(WeightedSemaphore),
    PrioritySemaphore(PrioritySemaphore),
    Condition(Condition<Value>),
    Barrier(Barrier),
    Latch(Latch),
    WaitGroup(WaitGroup),
    ManualResetEvent(ManualResetEvent),
    AutoResetEvent(AutoResetEvent),
    AtomicRef(AtomicRef<Value>),
    Channel(Channel<Value>),
    AtomicInt(AtomicInt),
    TokenBucket(limiter::classes::TokenBucket),
    LeakyBucket(limiter::classes::LeakyBucket),
    FixedWindow(limiter::classes::FixedWindow),
    SlidingWindow(limiter::classes::SlidingWindow),
    Gcra(limiter::classes::Gcra),
    KeyedLimiter(keyed_limiter::Keyed),
    DedupedCache(cache::classes::DedupedCache),
    Cache(cache::classes::Cache),
    AdaptiveConcurrency(AdaptiveConcurrency),
    CircuitBreaker(Breaker),
    LoadShedder(LoadShedder),
    Autoscaler(Scaler),
    RetryBudget(RetryBudget),
    ConcurrencyScope(Scope<Value>),
    Actor(ActorObject),
    Topic(Topic<Value>),
    Subscription(Subscriber),
    ConnectionPool(Pool),
    Server(Service),
    MessageQueue(primitives::MessageQueue<Value>),
    Database(Store),
    SimulatedConnection(Link),
    Limit(Limit),
    Bulkhead(Bulkhead),
    WorkerPool(WorkerPoolObject),
    Batcher(Loader),
}

/// The part of an [`Object`] that is the same for all: its place in the list.
macro_rules! listed_as {
    ($class:ident) => {
        const CLASS: vm::HostClass = vm::HostClass::$class;

        fn of(primitive: &$crate::object::Primitive) -> Option<&Self> {
            match primitive {
                $crate::object::Primitive::$class(state) => Some(&**state),
                _ => None,
            }
        }

        fn of_mut(primitive: &mut $crate::object::Primitive) -> Option<&mut Self> {
            match primitive {
                $crate::object::Primitive::$class(state) => Some(&mut **state),
                _ => None,
            }
        }

        fn into_primitive(self) -> $crate::object::Primitive {
            $crate::object::Primitive::$class(Box::new(self))
        }
    };
}
pub(crate) use listed_as;

impl Stepper<'_> {
    /// The state of an object whose class is known.
    pub(crate) fn object<T: Object>(&self, id: u32) -> &T {
        T::of(&self.world.objects[id as usize].primitive).expect("the class of the receiver was checked")
    }

    /// The same to change it; what comes of that is told when the call has been answered.
    pub(crate) fn object_mut<T: Object>(&mut self, id: u32) -> &mut T {
        self.touch(id);
        T::of_mut(&mut self.world.object_mut(id).primitive).expect("the class of the receiver was checked")
    }

    /// What errors call an object.
    pub(crate) fn given_name(&self, id: u32) -> Arc<str> {
        Arc::clone(&self.world.objects[id as usize].label.given)
    }

    /// Answers a call of a method of a class; its receiver is `this`, or the first argument of a function of the library.
    #[inline(never)]
    pub(crate) fn call_object<T: Object>(&mut self, call: &HostCall) -> Answer {
        self.has_synchronised = true;
        match self.receiver(call, T::CLASS) {
            Ok(id) => T::call(self, id, call),
            Err(answer) => answer,
        }
    }

    pub(crate) fn touch(&mut self, id: u32) {
        self.world.reach.changed(id);
        if !self.touched.contains(&id) {
            self.touched.push(id);
        }
    }

    /// After a call or a timer: alarms are set for what deadlines have become, and what has changed is told.
    pub(crate) fn settle_objects(&mut self) {
        while let Some(id) = self.touched.pop() {
            self.set_alarm(id);
            if self.log.is_remembered() {
                self.show(id);
            }
        }
    }

    fn set_alarm(&mut self, id: u32) {
        let object = &self.world.objects[id as usize];
        let deadline = object.primitive.deadline();
        if object.alarm.map(|(deadline, _)| deadline) == deadline {
            return;
        }
        self.world.reach.open();
        let object = &self.world.objects[id as usize];
        if let Some((_, timer)) = object.alarm {
            self.world.timers.cancel(timer);
        }
        let alarm = deadline.map(|deadline| {
            let action = TimerAction::Tick {
                object: id,
                task: deadline.awaited_by.map(|actor| TaskId(actor.0)),
            };
            (
                deadline,
                self.world.timers.insert(deadline.at.max(self.world.now), action),
            )
        });
        self.world.object_mut(id).alarm = alarm;
    }

    /// The deadline of an object is there.
    pub(crate) fn tick(&mut self, id: u32) {
        self.world.object_mut(id).alarm = None;
        self.touch(id);
        let tick = self.world.objects[id as usize].primitive.tick_of();
        tick(self, id);
        self.settle_objects();
    }

    /// Takes a wait on an object out of it, whatever its class.
    pub(crate) fn cancel_wait(&mut self, id: u32, waiter: Waiter) -> bool {
        let cancel = self.world.objects[id as usize].primitive.cancel_of();
        cancel(self, id, waiter)
    }
}
