//! Which built-in object the members of a class in the library's text belong to.

use super::{HostClass, Owner};

/// The owner whose instances a library method with this owner's name belongs to.
pub(crate) fn library_owner(name: &str, is_static: bool) -> Option<Owner> {
    Some(match (name, is_static) {
        ("Array", false) => Owner::Array,
        ("Array", true) => Owner::ArrayStatic,
        ("String", false) => Owner::String,
        ("String", true) => Owner::StringStatic,
        ("Number", false) => Owner::Number,
        ("Object", false) => Owner::Object,
        ("Object", true) => Owner::ObjectStatic,
        ("EventEmitter", false) => Owner::EventEmitter,
        ("EventEmitter", true) => Owner::EventEmitterStatic,
        ("TimersPromises", true) => Owner::TimersPromises,
        ("Util", true) => Owner::Util,
        ("console", true) => Owner::Console,
        ("process", true) => Owner::Process,
        ("Reflect", true) => Owner::Reflect,
        ("Function", false) => Owner::Function,
        ("Promise", false) => Owner::Promise,
        ("Promise", true) => Owner::PromiseStatic,
        ("Error", false) => Owner::Error,
        ("Map", false) => Owner::Map,
        ("Map", true) => Owner::MapStatic,
        ("Set", false) => Owner::Set,
        ("RegExp", false) => Owner::RegExp,
        ("RegExpStringIterator", false) => Owner::RegExpStringIterator,
        ("JSON", true) => Owner::Json,
        ("Date", false) => Owner::Date,
        ("AsyncGenerator", false) => Owner::AsyncGenerator,
        ("EventTarget", false) => Owner::EventTarget,
        ("Event", false) => Owner::Event,
        ("CustomEvent", false) => Owner::CustomEvent,
        ("AbortController", false) => Owner::AbortController,
        ("AbortSignal", false) => Owner::AbortSignal,
        ("AbortSignal", true) => Owner::AbortSignalStatic,
        ("DOMException", false) => Owner::DomException,
        ("globalThis", true) => Owner::Global,
        (_, false) => {
            let class = HostClass::ALL.iter().find(|class| class.name() == name)?;
            class.owner()
        }
        _ => return None,
    })
}
