//! Built-ins that call back or follow the letter of the standard, written in the learner's own language.
//!
//! Owns their texts and their compilation, once per process, because it depends on nothing: the same functions under
//! the same numbers come first in every program. They are compiled like a program, only with the intrinsics in view and
//! without positions. Built-ins that call nothing back are the VM's.
//!
//! Conventions of the texts, which make one text together:
//! - `class $Array { .. }` holds members of `Array`: methods of `Array.prototype`, `static` ones of `Array` itself, `get`
//!   and `set` accessors, `[Symbol.iterator]() {}` members named by well-known symbols, and `constructor`, which is what
//!   calling or constructing `Array` does. The dollar sign keeps the class from hiding the global.
//! - `function __name() {}` is no property of anything. Members and other functions of all texts call it by its name; a
//!   [`LibraryEntry`] is one that the VM or compiled code calls.
//! - Nothing else stands at the top level, and no function has variables outside itself.
//! - Where the VM has a native of the same owner and name, the native is what the learner sees, and the member here is
//!   called when the native cannot do it alone.

use crate::lower::{self, Context, LibraryFunctions};
use crate::overrides::Overrides;
use crate::positions::Positions;
use crate::program_builder::ProgramBuilder;
use crate::{Diagnostic, parse, resolve};
use bytecode::{Atom, FunctionId, Library, LibraryEntry};
use oxc_allocator::Allocator;
use std::collections::BTreeMap;
use std::pin::{Pin, pin};
use std::sync::{Arc, OnceLock};
use std::task::{self, Poll, Waker};

const TEXT: &str = concat!(
    include_str!("library/array.ts"),
    include_str!("library/array_helpers.ts"),
    include_str!("library/console.ts"),
    include_str!("library/convert.ts"),
    include_str!("library/date.ts"),
    include_str!("library/emitter.ts"),
    include_str!("library/error.ts"),
    include_str!("library/iterate.ts"),
    include_str!("library/json.ts"),
    include_str!("library/map.ts"),
    include_str!("library/modules.ts"),
    include_str!("library/cache.ts"),
    include_str!("library/bounded_work.ts"),
    include_str!("library/channel.ts"),
    include_str!("library/connection_pool.ts"),
    include_str!("library/database.ts"),
    include_str!("library/server.ts"),
    include_str!("library/mutex.ts"),
    include_str!("library/object.ts"),
    include_str!("library/overload.ts"),
    include_str!("library/process.ts"),
    include_str!("library/promise.ts"),
    include_str!("library/reflect.ts"),
    include_str!("library/regexp.ts"),
    include_str!("library/semaphore.ts"),
    include_str!("library/condition.ts"),
    include_str!("library/rw_lock.ts"),
    include_str!("library/set.ts"),
    include_str!("library/sort.ts"),
    include_str!("library/web.ts"),
    include_str!("library/string.ts"),
    include_str!("library/structure.ts"),
    include_str!("library/weak.ts"),
);

/// The library and what compiling a program needs of it.
#[derive(Default)]
pub(crate) struct Standard {
    pub(crate) library: Arc<Library>,
    pub(crate) atom_ids: BTreeMap<Box<str>, Atom>,
}

static STANDARD: OnceLock<Standard> = OnceLock::new();

/// The library.
pub(crate) fn standard() -> &'static Standard {
    STANDARD.get_or_init(|| compile_at_once(&mut Vec::new()))
}

/// Lets others go first: a page that must answer while the library is compiled gives the browser a turn here.
pub type Pause<'p> = &'p dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// Compiles the library before the first program needs it, and pauses several times on the way. Without, the first program
/// waits for all of it.
pub async fn warm_up(pause: Pause<'_>) {
    if STANDARD.get().is_none() {
        // Whoever could not wait has compiled it meanwhile.
        let _ = STANDARD.set(compile(&mut Vec::new(), pause).await);
    }
}

fn compile_at_once(diagnostics: &mut Vec<Diagnostic>) -> Standard {
    let mut compiling = pin!(compile(diagnostics, &|| Box::pin(std::future::ready(()))));
    let mut context = task::Context::from_waker(Waker::noop());
    loop {
        // Nothing else than the pauses is ever waited for.
        if let Poll::Ready(standard) = compiling.as_mut().poll(&mut context) {
            return standard;
        }
    }
}

/// Compiles the texts. That nothing is wrong with them is held by a test.
async fn compile(diagnostics: &mut Vec<Diagnostic>, pause: Pause<'_>) -> Standard {
    static NONE: OnceLock<Standard> = OnceLock::new();
    let none = NONE.get_or_init(Standard::default);
    let allocator = Allocator::default();
    let positions = Positions::new(TEXT, true);
    let Some(tree) = parse::parse_trusted(&allocator, TEXT, false, &positions, diagnostics) else {
        return Standard::default();
    };
    pause().await;
    let resolution = resolve::resolve(tree, &positions, diagnostics);
    pause().await;
    let mut builder = ProgramBuilder::new(none);
    let context = Context {
        resolution: &resolution,
        positions: &positions,
        builder: &mut builder,
        overrides: &mut Overrides::default(),
        diagnostics,
    };
    let functions = lower::lower_library(tree, context, pause).await;
    let entries = entries(&functions);
    let built = builder.build();
    Standard {
        library: Arc::new(Library {
            functions: built.functions,
            constants: built.constants,
            atoms: built.atoms,
            members: functions.members,
            entries,
        }),
        atom_ids: built.atom_ids,
    }
}

/// The functions that the VM calls, all of them or, if one is missing, none.
fn entries(functions: &LibraryFunctions<'_>) -> Vec<FunctionId> {
    let find = |entry: &LibraryEntry| {
        let mut hidden = functions.hidden.iter();
        hidden.find(|(name, _)| *name == entry.name()).map(|&(_, id)| id)
    };
    let entries: Option<Vec<FunctionId>> = LibraryEntry::ALL.iter().map(find).collect();
    entries.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::rc::Rc;

    #[test]
    fn the_library_is_without_fault() {
        let mut diagnostics = Vec::new();
        let standard = compile_at_once(&mut diagnostics);
        assert_eq!(diagnostics, []);
        assert_eq!(standard.library.entries.len(), LibraryEntry::ALL.len());
    }

    #[test]
    fn pauses_change_nothing_about_it() {
        let pauses = Rc::new(Cell::new(0));
        let counted = pauses.clone();
        let pause = move || -> Pin<Box<dyn Future<Output = ()>>> {
            counted.set(counted.get() + 1);
            Box::pin(Once { is_over: false })
        };
        let mut diagnostics = Vec::new();
        let mut compiling = pin!(compile(&mut diagnostics, &pause));
        let mut context = task::Context::from_waker(Waker::noop());
        let mut turns = 0;
        let slow = loop {
            turns += 1;
            if let Poll::Ready(standard) = compiling.as_mut().poll(&mut context) {
                break standard;
            }
        };
        assert_eq!(turns, pauses.get() + 1, "every pause ends a turn");
        assert!(turns > 8, "{turns} turns");
        let quick = compile_at_once(&mut Vec::new());
        assert_eq!(slow.library, quick.library);
        assert_eq!(slow.atom_ids, quick.atom_ids);
    }

    /// A pause that is over when it is asked for the second time.
    struct Once {
        is_over: bool,
    }

    impl Future for Once {
        type Output = ();

        fn poll(mut self: Pin<&mut Self>, _: &mut task::Context<'_>) -> Poll<()> {
            if std::mem::replace(&mut self.is_over, true) {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        }
    }
}
