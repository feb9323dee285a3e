//! Source text to program.
//!
//! Owns parsing (no other crate knows the parser), scopes, the lowering to bytecode, the built-in methods that are
//! written in the learner's language, and diagnostics. Compiling never fails, it reports. Runs nothing.

mod compile;
mod diagnostic;
mod directive;
mod library;
mod lint;
mod literal_text;
mod lost_update;
mod lower;
mod nesting;
mod overrides;
mod parse;
mod pause;
mod positions;
mod program_builder;
mod resolve;
mod suggest;

pub use compile::{Compilation, Options, compile, compile_in_parts};
pub use diagnostic::{Diagnostic, Severity};
pub use directive::{Directive, Granularity, Model, TimeMode};
pub use library::warm_up;
pub use pause::{Pause, at_once, no_pause};
