//! The closed lists of built-in functions: variant, owner, name, `length` and role.
//!
//! Owns the names. What they do is elsewhere.

use super::{Owner, Role};

macro_rules! natives {
    ($(#[$doc:meta])* $name:ident { $($variant:ident: $owner:ident $text:literal $length:literal $role:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[allow(missing_docs, reason = "each variant is named after its owner and its name")]
        pub enum $name { $($variant,)* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// Whose property it is.
            #[must_use]
            pub fn owner(self) -> Owner {
                match self { $($name::$variant => Owner::$owner,)* }
            }

            /// The name that the learner knows it by.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// What `length` gives.
            #[must_use]
            pub fn length(self) -> u16 {
                match self { $($name::$variant => $length,)* }
            }

            /// How the learner reaches it.
            #[must_use]
            pub fn role(self) -> Role {
                match self { $($name::$variant => Role::$role,)* }
            }
        }
    };
}

natives! {
    /// A built-in function that needs nothing but the heap.
    Pure {
        Object: Global "Object" 1 Method,
        Array: Global "Array" 1 Method,
        String: Global "String" 1 Method,
        Number: Global "Number" 1 Method,
        Boolean: Global "Boolean" 1 Method,
        Promise: Global "Promise" 1 Method,
        Error: Global "Error" 1 Method,
        TypeError: Global "TypeError" 1 Method,
        RangeError: Global "RangeError" 1 Method,
        ReferenceError: Global "ReferenceError" 1 Method,
        SyntaxError: Global "SyntaxError" 1 Method,
        AggregateError: Global "AggregateError" 2 Method,
        Map: Global "Map" 0 Method,
        Set: Global "Set" 0 Method,
        ParseInt: Global "parseInt" 2 Method,
        ParseFloat: Global "parseFloat" 1 Method,
        IsNaN: Global "isNaN" 1 Method,
        IsFinite: Global "isFinite" 1 Method,
        NewPromise: Global "__newPromise" 0 Method,
        ResolveFunction: Global "__resolveFunction" 1 Method,
        RejectFunction: Global "__rejectFunction" 1 Method,
        IsCallable: Global "__isCallable" 1 Method,
        ThrowTypeError: Global "__typeError" 1 Method,
        ArrayPush: Array "push" 1 Method,
        ArrayPop: Array "pop" 0 Method,
        ArrayShift: Array "shift" 0 Method,
        ArrayUnshift: Array "unshift" 1 Method,
        ArraySlice: Array "slice" 2 Method,
        ArraySplice: Array "splice" 2 Method,
        ArrayConcat: Array "concat" 1 Method,
        ArrayJoin: Array "join" 1 Method,
        ArrayIndexOf: Array "indexOf" 1 Method,
        ArrayLastIndexOf: Array "lastIndexOf" 1 Method,
        ArrayIncludes: Array "includes" 1 Method,
        ArrayReverse: Array "reverse" 0 Method,
        ArrayFill: Array "fill" 1 Method,
        ArrayKeys: Array "keys" 0 Method,
        ArrayValues: Array "values" 0 Method,
        ArrayEntries: Array "entries" 0 Method,
        ArrayAt: Array "at" 1 Method,
        ArrayFlat: Array "flat" 0 Method,
        ArrayToString: Array "toString" 0 Method,
        ArrayWith: Array "with" 2 Method,
        ArrayToReversed: Array "toReversed" 0 Method,
        ArrayIsArray: ArrayStatic "isArray" 1 Method,
        ArrayOf: ArrayStatic "of" 0 Method,
        StringCharAt: String "charAt" 1 Method,
        StringCharCodeAt: String "charCodeAt" 1 Method,
        StringCodePointAt: String "codePointAt" 1 Method,
        StringAt: String "at" 1 Method,
        StringSlice: String "slice" 2 Method,
        StringSubstring: String "substring" 2 Method,
        StringSubstr: String "substr" 2 Method,
        StringIndexOf: String "indexOf" 1 Method,
        StringLastIndexOf: String "lastIndexOf" 1 Method,
        StringIncludes: String "includes" 1 Method,
        StringStartsWith: String "startsWith" 1 Method,
        StringEndsWith: String "endsWith" 1 Method,
        StringToUpperCase: String "toUpperCase" 0 Method,
        StringToLowerCase: String "toLowerCase" 0 Method,
        StringTrim: String "trim" 0 Method,
        StringTrimStart: String "trimStart" 0 Method,
        StringTrimEnd: String "trimEnd" 0 Method,
        StringPadStart: String "padStart" 2 Method,
        StringPadEnd: String "padEnd" 2 Method,
        StringRepeat: String "repeat" 1 Method,
        StringSplit: String "split" 2 Method,
        StringReplace: String "replace" 2 Method,
        StringReplaceAll: String "replaceAll" 2 Method,
        StringConcat: String "concat" 1 Method,
        StringLocaleCompare: String "localeCompare" 1 Method,
        StringToString: String "toString" 0 Method,
        StringValueOf: String "valueOf" 0 Method,
        StringFromCharCode: StringStatic "fromCharCode" 1 Method,
        StringFromCodePoint: StringStatic "fromCodePoint" 1 Method,
        NumberToString: Number "toString" 1 Method,
        NumberToFixed: Number "toFixed" 1 Method,
        NumberToPrecision: Number "toPrecision" 1 Method,
        NumberToLocaleString: Number "toLocaleString" 0 Method,
        NumberValueOf: Number "valueOf" 0 Method,
        NumberIsInteger: NumberStatic "isInteger" 1 Method,
        NumberIsSafeInteger: NumberStatic "isSafeInteger" 1 Method,
        NumberIsFinite: NumberStatic "isFinite" 1 Method,
        NumberIsNaN: NumberStatic "isNaN" 1 Method,
        NumberParseFloat: NumberStatic "parseFloat" 1 Method,
        NumberParseInt: NumberStatic "parseInt" 2 Method,
        BooleanToString: Boolean "toString" 0 Method,
        BooleanValueOf: Boolean "valueOf" 0 Method,
        MathAbs: Math "abs" 1 Method,
        MathCeil: Math "ceil" 1 Method,
        MathFloor: Math "floor" 1 Method,
        MathRound: Math "round" 1 Method,
        MathTrunc: Math "trunc" 1 Method,
        MathSign: Math "sign" 1 Method,
        MathMax: Math "max" 2 Method,
        MathMin: Math "min" 2 Method,
        MathPow: Math "pow" 2 Method,
        MathSqrt: Math "sqrt" 1 Method,
        MathCbrt: Math "cbrt" 1 Method,
        MathHypot: Math "hypot" 2 Method,
        MathExp: Math "exp" 1 Method,
        MathExpm1: Math "expm1" 1 Method,
        MathLog: Math "log" 1 Method,
        MathLog1p: Math "log1p" 1 Method,
        MathLog2: Math "log2" 1 Method,
        MathLog10: Math "log10" 1 Method,
        MathSin: Math "sin" 1 Method,
        MathCos: Math "cos" 1 Method,
        MathTan: Math "tan" 1 Method,
        MathAsin: Math "asin" 1 Method,
        MathAcos: Math "acos" 1 Method,
        MathAtan: Math "atan" 1 Method,
        MathAtan2: Math "atan2" 2 Method,
        MathImul: Math "imul" 2 Method,
        MathClz32: Math "clz32" 1 Method,
        MathFround: Math "fround" 1 Method,
        ObjectKeys: ObjectStatic "keys" 1 Method,
        ObjectValues: ObjectStatic "values" 1 Method,
        ObjectEntries: ObjectStatic "entries" 1 Method,
        ObjectAssign: ObjectStatic "assign" 2 Method,
        ObjectFreeze: ObjectStatic "freeze" 1 Method,
        ObjectIsFrozen: ObjectStatic "isFrozen" 1 Method,
        ObjectSeal: ObjectStatic "seal" 1 Method,
        ObjectIsSealed: ObjectStatic "isSealed" 1 Method,
        ObjectPreventExtensions: ObjectStatic "preventExtensions" 1 Method,
        ObjectFromEntries: ObjectStatic "fromEntries" 1 Method,
        ObjectIs: ObjectStatic "is" 2 Method,
        ObjectCreate: ObjectStatic "create" 2 Method,
        ObjectGetPrototypeOf: ObjectStatic "getPrototypeOf" 1 Method,
        ObjectHasOwn: ObjectStatic "hasOwn" 2 Method,
        ObjectGetOwnPropertyNames: ObjectStatic "getOwnPropertyNames" 1 Method,
        ObjectHasOwnProperty: Object "hasOwnProperty" 1 Method,
        ObjectToString: Object "toString" 0 Method,
        ObjectToLocaleString: Object "toLocaleString" 0 Method,
        ObjectValueOf: Object "valueOf" 0 Method,
        FunctionCall: Function "call" 1 Method,
        FunctionApply: Function "apply" 2 Method,
        FunctionBind: Function "bind" 1 Method,
        FunctionToString: Function "toString" 0 Method,
        JsonStringify: Json "stringify" 3 Method,
        JsonParse: Json "parse" 2 Method,
        PromiseWithResolvers: PromiseStatic "withResolvers" 0 Method,
        ErrorToString: Error "toString" 0 Method,
        ErrorCaptureStackTrace: ErrorStatic "captureStackTrace" 2 Method,
        MapGet: Map "get" 1 Method,
        MapSet: Map "set" 2 Method,
        MapHas: Map "has" 1 Method,
        MapDelete: Map "delete" 1 Method,
        MapClear: Map "clear" 0 Method,
        MapKeys: Map "keys" 0 Method,
        MapValues: Map "values" 0 Method,
        MapEntries: Map "entries" 0 Method,
        MapSize: Map "size" 0 Getter,
        SetAdd: Set "add" 1 Method,
        SetHas: Set "has" 1 Method,
        SetDelete: Set "delete" 1 Method,
        SetClear: Set "clear" 0 Method,
        SetKeys: Set "keys" 0 Method,
        SetValues: Set "values" 0 Method,
        SetEntries: Set "entries" 0 Method,
        SetSize: Set "size" 0 Getter,
        IteratorNext: Iterator "next" 0 Method,
        IteratorToArray: Iterator "toArray" 0 Method,
    }
}

natives! {
    /// A built-in function that whoever runs the VM answers. `SettleResolve` and `SettleReject` are what calling the
    /// functions of a promise's executor gives; their `this` is the promise.
    Host {
        ConsoleLog: Console "log" 0 Method,
        ConsoleInfo: Console "info" 0 Method,
        ConsoleWarn: Console "warn" 0 Method,
        ConsoleError: Console "error" 0 Method,
        ConsoleDebug: Console "debug" 0 Method,
        SetTimeout: Global "setTimeout" 1 Method,
        ClearTimeout: Global "clearTimeout" 1 Method,
        SetInterval: Global "setInterval" 1 Method,
        ClearInterval: Global "clearInterval" 1 Method,
        QueueMicrotask: Global "queueMicrotask" 1 Method,
        PromiseAll: PromiseStatic "all" 1 Method,
        PromiseAllSettled: PromiseStatic "allSettled" 1 Method,
        PromiseRace: PromiseStatic "race" 1 Method,
        PromiseAny: PromiseStatic "any" 1 Method,
        PromiseResolve: PromiseStatic "resolve" 1 Method,
        PromiseReject: PromiseStatic "reject" 1 Method,
        PromiseThen: Promise "then" 2 Method,
        PromiseCatch: Promise "catch" 1 Method,
        SettleResolve: Hidden "resolve" 1 Method,
        SettleReject: Hidden "reject" 1 Method,
        Spawn: Global "spawn" 2 Method,
        Sleep: Global "sleep" 1 Method,
        Work: Global "work" 1 Method,
        YieldNow: Global "yieldNow" 0 Method,
        Assert: Global "assert" 2 Method,
        Always: Global "always" 2 Method,
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
        AtomicIntGet: AtomicInt "get" 0 Method,
        AtomicIntSet: AtomicInt "set" 1 Method,
        AtomicIntAdd: AtomicInt "add" 1 Method,
        AtomicIntIncrement: AtomicInt "increment" 0 Method,
        AtomicIntDecrement: AtomicInt "decrement" 0 Method,
        AtomicIntExchange: AtomicInt "exchange" 1 Method,
        AtomicIntCompareAndSet: AtomicInt "compareAndSet" 2 Method,
        TaskName: Task "name" 0 Getter,
        TaskDone: Task "done" 0 Getter,
        TaskCancel: Task "cancel" 0 Method,
        DateNow: Date "now" 0 Method,
        PerformanceNow: Performance "now" 0 Method,
        MathRandom: Math "random" 0 Method,
    }
}
