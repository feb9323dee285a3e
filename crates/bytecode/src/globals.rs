//! The names that exist without being declared.
//!
//! Owns the closed list by which the compiler resolves a name and the VM finds the value. Says nothing of what
//! they do.

/// The index of a name in [`GLOBALS`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct GlobalId(pub u16);

/// A name that exists without being declared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Global {
    /// The name as the learner writes it.
    pub name: &'static str,
    /// Whether only the built-in library may use it.
    pub is_intrinsic: bool,
}

const fn public(name: &'static str) -> Global {
    Global {
        name,
        is_intrinsic: false,
    }
}

const fn intrinsic(name: &'static str) -> Global {
    Global {
        name,
        is_intrinsic: true,
    }
}

/// Every such name. The order is part of the bytecode; add at the end.
pub const GLOBALS: &[Global] = &[
    public("undefined"),
    public("NaN"),
    public("Infinity"),
    public("Object"),
    public("Array"),
    public("String"),
    public("Number"),
    public("Boolean"),
    public("Math"),
    public("JSON"),
    public("Promise"),
    public("Error"),
    public("TypeError"),
    public("RangeError"),
    public("ReferenceError"),
    public("SyntaxError"),
    public("AggregateError"),
    public("Map"),
    public("Set"),
    public("Date"),
    public("performance"),
    public("console"),
    public("setTimeout"),
    public("clearTimeout"),
    public("setInterval"),
    public("clearInterval"),
    public("setImmediate"),
    public("clearImmediate"),
    public("queueMicrotask"),
    public("parseInt"),
    public("parseFloat"),
    public("isNaN"),
    public("isFinite"),
    public("spawn"),
    public("sleep"),
    public("work"),
    public("yieldNow"),
    public("assert"),
    public("always"),
    public("Semaphore"),
    public("Mutex"),
    public("Channel"),
    public("AtomicInt"),
    public("Function"),
    public("Symbol"),
    public("Reflect"),
    public("globalThis"),
    // What the built-in library needs from below.
    intrinsic("__newPromise"),
    intrinsic("__resolveFunction"),
    intrinsic("__rejectFunction"),
    intrinsic("__isCallable"),
    intrinsic("__typeError"),
    intrinsic("__resumeGenerator"),
    intrinsic("__generatorQueue"),
    intrinsic("__setGeneratorQueue"),
    intrinsic("__generatorState"),
    public("WeakMap"),
    public("WeakSet"),
    public("WeakRef"),
    intrinsic("__templateObject"),
    public("RegExp"),
    intrinsic("__regExpExec"),
    intrinsic("__isRegExpObject"),
    intrinsic("__matchIterator"),
    intrinsic("__generatorNext"),
    public("encodeURI"),
    public("encodeURIComponent"),
    public("decodeURI"),
    public("decodeURIComponent"),
    public("escape"),
    public("unescape"),
    public("EvalError"),
    public("URIError"),
    public("EventTarget"),
    public("Event"),
    public("CustomEvent"),
    public("AbortController"),
    public("AbortSignal"),
    public("DOMException"),
    public("structuredClone"),
    intrinsic("__state"),
    intrinsic("__setState"),
    intrinsic("__kindOf"),
    intrinsic("__isConstructor"),
    intrinsic("__isPromise"),
    intrinsic("__isPlainArray"),
    intrinsic("__isNested"),
    intrinsic("__define"),
    intrinsic("__show"),
    intrinsic("__then"),
    intrinsic("__grantTurn"),
    intrinsic("__toObject"),
    intrinsic("__isArray"),
    intrinsic("__toPropertyKey"),
    intrinsic("__ownKeys"),
    intrinsic("__create"),
    intrinsic("__defineProperty"),
    intrinsic("__reflectDefineProperty"),
    intrinsic("__getOwnPropertyDescriptor"),
    intrinsic("__getPrototypeOf"),
    intrinsic("__apply"),
    intrinsic("__construct"),
    intrinsic("__bind"),
    intrinsic("__builtinTag"),
    intrinsic("__adopt"),
    intrinsic("__entriesOf"),
    intrinsic("__nextEntry"),
    intrinsic("__coded"),
    public("process"),
    intrinsic("__inspect"),
    intrinsic("__format"),
    intrinsic("__width"),
    intrinsic("__received"),
    intrinsic("__consoleIndent"),
    intrinsic("__consoleCounter"),
    intrinsic("__consoleTimer"),
    intrinsic("__consoleLog"),
    intrinsic("__consoleError"),
    public("global"),
    // What Node has in modules, by the names of `resolve::modules` in the compiler.
    intrinsic("EventEmitter"),
    intrinsic("events.once"),
    intrinsic("__timers"),
    intrinsic("__timersPromises"),
    intrinsic("__timersPromises.setTimeout"),
    intrinsic("__timersPromises.setImmediate"),
    intrinsic("__timersPromises.setInterval"),
    intrinsic("__perfHooks"),
    intrinsic("__util"),
    intrinsic("__util.promisify"),
    intrinsic("__util.inspect"),
    intrinsic("__util.format"),
    intrinsic("__util.inherits"),
    intrinsic("process.nextTick"),
    intrinsic("module"),
    intrinsic("exports"),
    intrinsic("require"),
    public("eventually"),
    public("sometimes"),
    public("critical"),
    public("progress"),
    public("choose"),
    public("io"),
    public("select"),
    public("after"),
    public("otherwise"),
    public("TokenBucket"),
    public("LeakyBucket"),
    public("FixedWindow"),
    public("SlidingWindow"),
    public("Gcra"),
    public("KeyedLimiter"),
    public("DedupedCache"),
    public("Cache"),
    intrinsic("__cacheGet"),
    intrinsic("__cacheLand"),
    intrinsic("__cacheFail"),
    intrinsic("__abortWaits"),
];

impl GlobalId {
    /// Finds a name; names of the built-in library only if `with_intrinsics`.
    #[must_use]
    pub fn find(name: &str, with_intrinsics: bool) -> Option<GlobalId> {
        let index = GLOBALS
            .iter()
            .position(|global| global.name == name && (with_intrinsics || !global.is_intrinsic))?;
        u16::try_from(index).ok().map(GlobalId)
    }

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        GLOBALS[usize::from(self.0)].name
    }
}
