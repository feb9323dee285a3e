//! The closed list of built-in functions that the world answers.
//!
//! Owns the names, and which of them other tasks can notice. What they do is the world's.

use crate::native::{HostClass, Owner, Role};

natives! {
    /// A built-in function that whoever runs the VM answers. `SettleResolve` and `SettleReject` are what calling the
    /// functions of a promise's executor gives; their `this` is the promise.
    Host {
        ConsoleLog: Console "log" 0 Method,
        ConsoleInfo: Console "info" 0 Method,
        ConsoleWarn: Console "warn" 0 Method,
        ConsoleError: Console "error" 0 Method,
        ConsoleDebug: Console "debug" 0 Method,
        Print: Global "__consoleLog" 0 Method,
        PrintError: Global "__consoleError" 0 Method,
        ConsoleIndent: Global "__consoleIndent" 1 Method,
        ConsoleCounter: Global "__consoleCounter" 2 Method,
        ConsoleTimer: Global "__consoleTimer" 2 Method,
        SetTimeout: Global "setTimeout" 1 Method,
        ClearTimeout: Global "clearTimeout" 1 Method,
        SetInterval: Global "setInterval" 1 Method,
        ClearInterval: Global "clearInterval" 1 Method,
        SetImmediate: Global "setImmediate" 1 Method,
        ClearImmediate: Global "clearImmediate" 1 Method,
        TimeoutRef: Timeout "ref" 0 Method,
        TimeoutUnref: Timeout "unref" 0 Method,
        TimeoutHasRef: Timeout "hasRef" 0 Method,
        TimeoutRefresh: Timeout "refresh" 0 Method,
        TimeoutClose: Timeout "close" 0 Method,
        TimeoutToPrimitive: Timeout "[Symbol.toPrimitive]" 0 Method,
        ImmediateRef: Immediate "ref" 0 Method,
        ImmediateUnref: Immediate "unref" 0 Method,
        ImmediateHasRef: Immediate "hasRef" 0 Method,
        NextTick: Process "nextTick" 1 Method,
        QueueMicrotask: Global "queueMicrotask" 1 Method,
        PromiseAll: PromiseStatic "all" 1 Method,
        PromiseAllSettled: PromiseStatic "allSettled" 1 Method,
        PromiseRace: PromiseStatic "race" 1 Method,
        PromiseAny: PromiseStatic "any" 1 Method,
        PromiseResolve: PromiseStatic "resolve" 1 Method,
        PromiseReject: PromiseStatic "reject" 1 Method,
        PromiseThen: Promise "then" 2 Method,
        PromiseCatch: Promise "catch" 1 Method,
        PerformThen: Global "__then" 3 Method,
        GrantTurn: Global "__grantTurn" 1 Method,
        SettleResolve: Hidden "resolve" 1 Method,
        SettleReject: Hidden "reject" 1 Method,
        Spawn: Global "spawn" 2 Method,
        Sleep: Global "sleep" 1 Method,
        Work: Global "work" 1 Method,
        YieldNow: Global "yieldNow" 0 Method,
        Assert: Global "assert" 2 Method,
        Always: Global "always" 2 Method,
        Eventually: Global "eventually" 2 Method,
        Sometimes: Global "sometimes" 2 Method,
        Critical: Global "critical" 0 Method,
        Progress: Global "progress" 0 Method,
        Choose: Global "choose" 1 Method,
        Io: Global "io" 2 Method,
        Semaphore: Global "Semaphore" 1 Method,
        SemaphoreAcquire: Semaphore "acquire" 0 Method,
        SemaphoreTryAcquire: Semaphore "tryAcquire" 0 Method,
        SemaphoreTryAcquireFor: Semaphore "tryAcquireFor" 1 Method,
        SemaphoreRelease: Semaphore "release" 0 Method,
        SemaphoreAvailable: Semaphore "available" 0 Getter,
        SemaphoreWaiting: Semaphore "waiting" 0 Getter,
        Mutex: Global "Mutex" 0 Method,
        MutexLock: Mutex "lock" 0 Method,
        MutexTryLock: Mutex "tryLock" 0 Method,
        MutexTryLockFor: Mutex "tryLockFor" 1 Method,
        MutexUnlock: Mutex "unlock" 0 Method,
        MutexLocked: Mutex "locked" 0 Getter,
        MutexWaiting: Mutex "waiting" 0 Getter,
        Channel: Global "Channel" 0 Method,
        ChannelSend: Channel "send" 1 Method,
        ChannelTrySend: Channel "trySend" 1 Method,
        ChannelReceive: Channel "receive" 0 Method,
        ChannelTryReceive: Channel "tryReceive" 0 Method,
        ChannelClose: Channel "close" 0 Method,
        ChannelClosed: Channel "closed" 0 Getter,
        ChannelLength: Channel "length" 0 Getter,
        ChannelCapacity: Channel "capacity" 0 Getter,
        AtomicInt: Global "AtomicInt" 0 Method,
        ChannelOnReceive: Channel "onReceive" 0 Method,
        ChannelOnSend: Channel "onSend" 1 Method,
        Select: Global "select" 1 Method,
        After: Global "after" 1 Method,
        AbortWaits: Global "__abortWaits" 2 Method,
        AtomicIntGet: AtomicInt "get" 0 Method,
        AtomicIntSet: AtomicInt "set" 1 Method,
        AtomicIntAdd: AtomicInt "add" 1 Method,
        AtomicIntIncrement: AtomicInt "increment" 0 Method,
        AtomicIntDecrement: AtomicInt "decrement" 0 Method,
        AtomicIntExchange: AtomicInt "exchange" 1 Method,
        AtomicIntCompareAndSet: AtomicInt "compareAndSet" 2 Method,
        TokenBucket: Global "TokenBucket" 2 Method,
        TokenBucketTryConsume: TokenBucket "tryConsume" 0 Method,
        TokenBucketConsume: TokenBucket "consume" 0 Method,
        TokenBucketWaitForToken: TokenBucket "waitForToken" 0 Method,
        TokenBucketAvailable: TokenBucket "available" 0 Getter,
        TokenBucketWaiting: TokenBucket "waiting" 0 Getter,
        LeakyBucket: Global "LeakyBucket" 2 Method,
        LeakyBucketTryConsume: LeakyBucket "tryConsume" 0 Method,
        LeakyBucketConsume: LeakyBucket "consume" 0 Method,
        LeakyBucketAvailable: LeakyBucket "available" 0 Getter,
        LeakyBucketWaiting: LeakyBucket "waiting" 0 Getter,
        FixedWindow: Global "FixedWindow" 2 Method,
        FixedWindowTryConsume: FixedWindow "tryConsume" 0 Method,
        FixedWindowConsume: FixedWindow "consume" 0 Method,
        FixedWindowAvailable: FixedWindow "available" 0 Getter,
        FixedWindowWaiting: FixedWindow "waiting" 0 Getter,
        SlidingWindow: Global "SlidingWindow" 2 Method,
        SlidingWindowTryConsume: SlidingWindow "tryConsume" 0 Method,
        SlidingWindowConsume: SlidingWindow "consume" 0 Method,
        SlidingWindowAvailable: SlidingWindow "available" 0 Getter,
        SlidingWindowWaiting: SlidingWindow "waiting" 0 Getter,
        Gcra: Global "Gcra" 1 Method,
        GcraTryConsume: Gcra "tryConsume" 0 Method,
        GcraConsume: Gcra "consume" 0 Method,
        GcraAvailable: Gcra "available" 0 Getter,
        GcraWaiting: Gcra "waiting" 0 Getter,
        KeyedLimiter: Global "KeyedLimiter" 1 Method,
        KeyedLimiterTryConsume: KeyedLimiter "tryConsume" 1 Method,
        KeyedLimiterConsume: KeyedLimiter "consume" 1 Method,
        KeyedLimiterAvailable: KeyedLimiter "available" 1 Method,
        KeyedLimiterWaiting: KeyedLimiter "waiting" 0 Getter,
        KeyedLimiterSize: KeyedLimiter "size" 0 Getter,
        DedupedCache: Global "DedupedCache" 0 Method,
        Cache: Global "Cache" 0 Method,
        CachePeek: Cache "peek" 1 Method,
        CacheHas: Cache "has" 1 Method,
        CacheSet: Cache "set" 2 Method,
        CacheDelete: Cache "delete" 1 Method,
        CacheClear: Cache "clear" 0 Method,
        CacheSize: Cache "size" 0 Getter,
        CacheGet: Global "__cacheGet" 4 Method,
        CacheLand: Global "__cacheLand" 5 Method,
        CacheFail: Global "__cacheFail" 4 Method,
        AdaptiveConcurrency: Global "AdaptiveConcurrency" 0 Method,
        AdaptiveAcquire: Global "__adaptiveAcquire" 2 Method,
        AdaptiveFinish: Global "__adaptiveFinish" 3 Method,
        AdaptiveLimit: AdaptiveConcurrency "limit" 0 Getter,
        AdaptiveActive: AdaptiveConcurrency "active" 0 Getter,
        AdaptiveWaiting: AdaptiveConcurrency "waiting" 0 Getter,
        CircuitBreaker: Global "CircuitBreaker" 2 Method,
        BreakerAdmit: Global "__breakerAdmit" 1 Method,
        BreakerFinish: Global "__breakerFinish" 3 Method,
        BreakerPart: Global "__breakerPart" 2 Method,
        BreakerStats: Global "__breakerStats" 1 Method,
        BreakerFallback: CircuitBreaker "fallback" 1 Method,
        BreakerOpen: CircuitBreaker "open" 0 Method,
        BreakerClose: CircuitBreaker "close" 0 Method,
        BreakerOpened: CircuitBreaker "opened" 0 Getter,
        BreakerClosed: CircuitBreaker "closed" 0 Getter,
        BreakerHalfOpen: CircuitBreaker "halfOpen" 0 Getter,
        LoadShedder: Global "LoadShedder" 0 Method,
        ShedderEnter: Global "__shedderEnter" 2 Method,
        ShedderLeave: Global "__shedderLeave" 1 Method,
        ShedderActive: LoadShedder "active" 0 Getter,
        ShedderWaiting: LoadShedder "waiting" 0 Getter,
        ShedderShedding: LoadShedder "shedding" 0 Getter,
        Autoscaler: Global "Autoscaler" 1 Method,
        AutoscalerObserve: Autoscaler "observe" 1 Method,
        AutoscalerMetric: Global "__autoscalerMetric" 1 Method,
        AutoscalerReplicas: Autoscaler "replicas" 0 Getter,
        AutoscalerReady: Autoscaler "ready" 0 Getter,
        RetryBudget: Global "RetryBudget" 0 Method,
        RetryBudgetDeposit: RetryBudget "deposit" 0 Method,
        RetryBudgetTryWithdraw: RetryBudget "tryWithdraw" 0 Method,
        RetryBudgetBalance: RetryBudget "balance" 0 Getter,
        Backoff: Global "__backoff" 6 Method,
        Expire: Global "__expire" 2 Method,
        Forget: Global "__forget" 1 Method,
        IsCancellation: Global "__isCancellation" 1 Method,
        ConcurrencyScope: Global "ConcurrencyScope" 0 Method,
        ScopeController: Global "__scopeController" 2 Method,
        ScopeAdd: Global "__scopeAdd" 2 Method,
        ScopeAbort: Global "__scopeAbort" 2 Method,
        ScopeChildren: Global "__scopeChildren" 1 Method,
        ScopeDone: Global "__scopeDone" 1 Method,
        ScopeReason: ConcurrencyScope "reason" 0 Getter,
        ScopeAborted: ConcurrencyScope "aborted" 0 Getter,
        Actor: Global "Actor" 1 Method,
        ActorStart: Global "__actorStart" 1 Method,
        ActorPost: Global "__actorPost" 4 Method,
        ActorNext: Global "__actorNext" 1 Method,
        ActorAnswer: Global "__actorAnswer" 3 Method,
        ActorStop: Actor "stop" 0 Method,
        ActorPending: Actor "pending" 0 Getter,
        ActorStopped: Actor "stopped" 0 Getter,
        Topic: Global "Topic" 0 Method,
        TopicPublish: Topic "publish" 1 Method,
        TopicSubscribe: Global "__topicSubscribe" 3 Method,
        TopicClose: Topic "close" 0 Method,
        TopicClosed: Topic "closed" 0 Getter,
        TopicSubscribers: Topic "subscribers" 0 Getter,
        Subscription: Global "__Subscription" 0 Method,
        SubscriptionTake: Global "__subscriptionTake" 2 Method,
        SubscriptionRequest: Subscription "request" 1 Method,
        SubscriptionUnsubscribe: Subscription "unsubscribe" 0 Method,
        SubscriptionLength: Subscription "length" 0 Getter,
        SubscriptionEnded: Subscription "ended" 0 Getter,
        TaskName: Task "name" 0 Getter,
        TaskDone: Task "done" 0 Getter,
        TaskCancel: Task "cancel" 0 Method,
        DateNow: DateStatic "now" 0 Method,
        PerformanceNow: Performance "now" 0 Method,
        MathRandom: Math "random" 0 Method,
    }
}

impl Host {
    /// Whether a call is an operation that another task can notice whatever its receiver.
    #[must_use]
    pub fn is_always_visible(self) -> bool {
        matches!(
            self.owner(),
            Owner::Console | Owner::DateStatic | Owner::Performance | Owner::Math
        ) || matches!(
            self,
            Host::SetTimeout
                | Host::ClearTimeout
                | Host::SetInterval
                | Host::ClearInterval
                | Host::SetImmediate
                | Host::ClearImmediate
                | Host::NextTick
                | Host::Print
                | Host::PrintError
                | Host::ConsoleIndent
                | Host::ConsoleCounter
                | Host::ConsoleTimer
                | Host::QueueMicrotask
                | Host::Sleep
                | Host::Work
                | Host::YieldNow
                | Host::Io
                | Host::Select
                | Host::AbortWaits
        )
    }

    /// Whether a call is an operation that another task can notice, given a shared receiver where there is one.
    #[must_use]
    pub fn is_visible(self) -> bool {
        !matches!(
            self,
            Host::Spawn
                | Host::Assert
                | Host::Always
                | Host::Eventually
                | Host::Sometimes
                | Host::Critical
                | Host::Progress
                | Host::Choose
                | Host::TaskName
                | Host::ChannelOnReceive
                | Host::ChannelOnSend
                | Host::After
        ) && HostClass::made_by(self).is_none()
    }
}
