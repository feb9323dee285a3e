//! The compiled program: what the compiler makes and the VM runs.
//!
//! Owns the instruction set, functions, constants, names, source positions and the text form. Carries the source text
//! but never reads what it means, and knows no values at run time: no parser, no heap, no execution.

mod globals;
mod library;
mod line_map;
mod liveness;
mod op;
mod program;
mod source;
mod text;

pub use globals::{GLOBALS, Global, GlobalId};
pub use library::{Library, LibraryEntry, LibraryMember, MemberKey, MemberRole};
pub use line_map::{LineMap, Position, Span};
pub use liveness::Liveness;
pub use op::{BinaryOp, NamePrefix, Op, PrivateKind, Reg, UnaryOp};
pub use program::{
    AccessNote, Atom, CaptureId, CaptureSource, Const, ConstId, Function, FunctionId, FunctionKind, Handler, Pc,
    Program, Statements, Variable, VariablePlace,
};
pub use source::SourceText;
pub use text::{AssembleError, assemble, disassemble};
