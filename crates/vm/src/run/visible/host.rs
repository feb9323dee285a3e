//! Which calls of the world's functions other tasks can notice.
//!
//! Owns what depends on the arguments of such a call. What each function is by itself is in its list.

use bytecode::{Op, Reg};

use crate::run::global::GLOBAL_THIS;
use crate::run::machine::Machine;
use crate::{Host, HostClass, Native, ObjectKind, Value};

impl Machine<'_, '_> {
    pub(super) fn is_host_visible(&self, host: Host, this: Value, args: &[Value]) -> bool {
        if host.is_always_visible() {
            return true;
        }
        let is_shared = |value: &Value| {
            value
                .reference()
                .is_some_and(|reference| self.context.heap.is_shared(reference))
        };
        match host {
            // Of the values only which there are.
            Host::Choose => args.iter().any(|&arg| self.is_open(arg)),
            // From then on it is looked at after every step, and others can change what it looks at.
            Host::Always | Host::Eventually | Host::Sometimes => {
                args.get(1).is_some_and(|&it| self.captures_shared(it))
            }
            // Only the message is looked into.
            Host::Assert => args.get(1).is_some_and(|&message| self.reads_deep(message)),
            // Options are looked into, and nothing else.
            Host::Spawn => self.reads_options(args),
            host if HostClass::made_by(host).is_some() => self.reads_options(args),
            _ => {
                host.is_visible()
                    && (is_shared(&this) || args.iter().any(|arg| is_shared(arg) || self.reads_deep(*arg)))
            }
        }
    }

    /// Whether a function can reach what several tasks can: by what it captures, or by properties that the global object was
    /// given. What is no function of the program's does not say.
    fn captures_shared(&self, callee: Value) -> bool {
        let heap = &self.context.heap;
        match callee.object().map(|reference| &heap.object(reference).kind) {
            Some(ObjectKind::Closure { captures, .. }) => {
                heap.properties_of(GLOBAL_THIS).is_some() || captures.iter().any(|&cell| heap.is_shared(cell))
            }
            _ => true,
        }
    }

    fn reads_options(&self, args: &[Value]) -> bool {
        let mut options = args.iter().filter(|&&arg| !self.context.heap.is_callable(arg));
        options.any(|&arg| self.reads_deep(arg))
    }

    /// Whether an operation does nothing but wait for promises in a list that nobody else can change. When it comes after some
    /// of them were rejected, `Promise.all` may tell another error: then nobody but whoever awaits it may hear of that.
    pub(in crate::run) fn is_join(&self, op: Op) -> bool {
        let (base, is_awaited) = match op {
            Op::Call { base, count: 1, .. } => (base, false),
            Op::CallAwaited { base, count: 1, .. } => (base, true),
            _ => return false,
        };
        let callee = self.register(base);
        let is = |host: Host| callee == Value::Native(Native::Host(host));
        (is(Host::PromiseAllSettled) || is_awaited && is(Host::PromiseAll))
            && self.is_private_list_of_promises(self.register(Reg(base.0 + 2)))
    }

    /// Of an object that is no promise, others could change the `then`.
    fn is_private_list_of_promises(&self, list: Value) -> bool {
        let heap = &self.context.heap;
        let is_plain = |&item: &Value| !item.is_object() || heap.as_promise(item).is_some();
        list.object().is_some_and(|list| !self.is_open_object(list))
            && heap.as_array(list).is_some_and(|items| items.iter().all(is_plain))
    }
}
