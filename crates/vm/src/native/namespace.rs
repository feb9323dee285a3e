//! Objects that only carry properties, and the values of the global names.
//!
//! Owns which global name is what. Whose functions an object has is told in `realm`.

use bytecode::GLOBALS;

use super::{Native, Owner, find_member};
use crate::Value;

/// An object of the global scope that only carries properties.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the objects' names in ECMA-262 and HTML")]
pub enum Namespace {
    Math,
    Json,
    Console,
    Performance,
    Process,
    Reflect,
    GlobalThis,
    /// Node's module `timers`.
    Timers,
    /// Node's module `timers/promises`.
    TimersPromises,
    /// Node's module `perf_hooks`.
    PerfHooks,
    /// Node's module `util`.
    Util,
    /// `module` of a script.
    Module,
    /// `exports` of a script.
    Exports,
    /// The case of a `select` that is taken when no other is ready.
    Otherwise,
}

impl Namespace {
    /// The name that the learner knows it by.
    pub(super) fn name(self) -> &'static str {
        match self {
            Namespace::Math => "Math",
            Namespace::Json => "JSON",
            Namespace::Console => "console",
            Namespace::Performance => "performance",
            Namespace::Process => "process",
            Namespace::Reflect => "Reflect",
            Namespace::GlobalThis => "globalThis",
            Namespace::Timers => "timers",
            Namespace::TimersPromises => "timers/promises",
            Namespace::PerfHooks => "perf_hooks",
            Namespace::Util => "util",
            Namespace::Module => "module",
            Namespace::Exports => "exports",
            Namespace::Otherwise => "otherwise",
        }
    }
}

/// The value of every global, by [`bytecode::GlobalId`].
pub(crate) fn global_values() -> Vec<Value> {
    GLOBALS.iter().map(|global| global_value(global.name)).collect()
}

pub(super) fn global_value(name: &str) -> Value {
    match name {
        "undefined" => return Value::Undefined,
        "NaN" => return Value::number(f64::NAN),
        "Infinity" => return Value::number(f64::INFINITY),
        "Math" => return Value::Native(Native::Namespace(Namespace::Math)),
        "JSON" => return Value::Native(Native::Namespace(Namespace::Json)),
        "console" => return Value::Native(Native::Namespace(Namespace::Console)),
        "performance" => return Value::Native(Native::Namespace(Namespace::Performance)),
        "process" => return Value::Native(Native::Namespace(Namespace::Process)),
        "Reflect" => return Value::Native(Native::Namespace(Namespace::Reflect)),
        "__timers" => return Value::Native(Native::Namespace(Namespace::Timers)),
        "__timersPromises" => return Value::Native(Native::Namespace(Namespace::TimersPromises)),
        "__perfHooks" => return Value::Native(Native::Namespace(Namespace::PerfHooks)),
        "__util" => return Value::Native(Native::Namespace(Namespace::Util)),
        "module" => return Value::Native(Native::Namespace(Namespace::Module)),
        "otherwise" => return Value::Native(Native::Namespace(Namespace::Otherwise)),
        "exports" => return Value::Native(Native::Namespace(Namespace::Exports)),
        "globalThis" | "global" => return Value::Native(Native::Namespace(Namespace::GlobalThis)),
        _ => {}
    }
    let (owner, name) = match name.split_once('.') {
        None => (Owner::Global, name),
        Some(("events", name)) => (Owner::EventEmitterStatic, name),
        Some(("process", name)) => (Owner::Process, name),
        Some(("__timersPromises", name)) => (Owner::TimersPromises, name),
        Some((_, name)) => (Owner::Util, name),
    };
    find_member(owner, name).map_or(Value::Undefined, Value::Native)
}
