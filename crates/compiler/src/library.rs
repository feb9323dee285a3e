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
use crate::pause::{Pause, at_once, no_pause};
use crate::positions::Positions;
use crate::program_builder::ProgramBuilder;
use crate::{Diagnostic, parse, resolve};
use bytecode::{Atom, FunctionId, Library, LibraryEntry};
use oxc_allocator::Allocator;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// All texts, as the build script leaves them: without comments and indentation, which every visitor would have to wait for.
const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/library.ts"));
/// Where a part of it ends that can be parsed by itself: after a file, or after a few small ones.
const PART_ENDS: &[usize] = &include!(concat!(env!("OUT_DIR"), "/library_parts.rs"));

/// The library and what compiling a program needs of it.
#[derive(Default)]
pub(crate) struct Standard {
    pub(crate) library: Arc<Library>,
    pub(crate) atom_ids: BTreeMap<Box<str>, Atom>,
}

static STANDARD: OnceLock<Standard> = OnceLock::new();

/// The library.
pub(crate) fn standard() -> &'static Standard {
    STANDARD.get_or_init(|| at_once(compile(&mut Vec::new(), &no_pause)))
}

/// Compiles the library before the first program needs it, and pauses several times on the way. Without, the first program
/// waits for all of it.
pub async fn warm_up(pause: Pause<'_>) {
    if STANDARD.get().is_none() {
        // Whoever could not wait has compiled it meanwhile.
        let _ = STANDARD.set(compile(&mut Vec::new(), pause).await);
    }
}

/// Compiles the texts. That nothing is wrong with them is held by a test.
async fn compile(diagnostics: &mut Vec<Diagnostic>, pause: Pause<'_>) -> Standard {
    compile_text(TEXT, PART_ENDS, diagnostics, pause).await
}

async fn compile_text(text: &str, ends: &[usize], diagnostics: &mut Vec<Diagnostic>, pause: Pause<'_>) -> Standard {
    static NONE: OnceLock<Standard> = OnceLock::new();
    let none = NONE.get_or_init(Standard::default);
    let allocator = Allocator::default();
    let positions = Positions::new(text, true);
    let Some(tree) = parse::parse_in_parts(&allocator, text, ends, &positions, diagnostics, pause).await else {
        return Standard::default();
    };
    pause().await;
    let resolution = resolve::resolve(tree, &positions, diagnostics, pause).await;
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
    use std::pin::{Pin, pin};
    use std::rc::Rc;
    use std::task::{self, Poll, Waker};

    #[test]
    fn the_library_is_without_fault() {
        let mut diagnostics = Vec::new();
        let standard = at_once(compile(&mut diagnostics, &no_pause));
        assert_eq!(diagnostics, []);
        assert_eq!(standard.library.entries.len(), LibraryEntry::ALL.len());
    }

    #[test]
    fn what_ships_of_it_is_what_is_written() {
        let written = include_str!(concat!(env!("OUT_DIR"), "/library_as_written.ts"));
        assert!(TEXT.len() < written.len() && PART_ENDS.len() > 4, "{PART_ENDS:?}");
        let shipped = at_once(compile(&mut Vec::new(), &no_pause));
        let as_written = at_once(compile_text(written, &[written.len()], &mut Vec::new(), &no_pause));
        assert_eq!(shipped.library, as_written.library);
        assert_eq!(shipped.atom_ids, as_written.atom_ids);
    }

    #[test]
    fn every_text_is_in_it() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/library");
        let files = std::fs::read_dir(folder).expect("the texts").flatten();
        let written = include_str!(concat!(env!("OUT_DIR"), "/library_as_written.ts"));
        for file in files {
            let text = std::fs::read_to_string(file.path()).expect("a text");
            assert!(
                written.contains(&text),
                "build.rs does not name {}",
                file.path().display()
            );
        }
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
        let quick = at_once(compile(&mut Vec::new(), &no_pause));
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
