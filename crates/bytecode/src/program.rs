//! Programs, functions and their tables.
//!
//! Owns what the compiler knows of a program beyond its operations: constants, names, handlers, captured
//! variables, positions, and the notes that make accesses to variables readable and checkable.

use std::sync::Arc;

use crate::{Library, LineMap, Op, Reg, SourceText, Span};

/// The index of an operation in its function.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Pc(pub u32);

/// The index of a constant in [`Program::constants`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ConstId(pub u16);

/// The index of a name in [`Program::atoms`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Atom(pub u16);

/// The index of a function in [`Program::functions`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FunctionId(pub u16);

/// The index of a captured variable in its closure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CaptureId(pub u16);

/// A constant.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Const {
    /// A number, by the bits of its IEEE 754 double so that constants compare and hash exactly.
    Number(u64),
    /// A string of well-formed Unicode.
    Text(Box<str>),
    /// A string with lone surrogates, as UTF-16 code units.
    Utf16(Box<[u16]>),
    /// A function of the built-in library, as a value.
    Library(FunctionId),
}

/// How a function is called and what calling it gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FunctionKind {
    /// The program itself: runs once as the main line, may await.
    Main,
    /// `function f() {}`: has its own `this`, can be constructed.
    Function,
    /// `() => ...`: takes `this` from where it was made.
    Arrow,
    /// A method of an object literal: has its own `this`, cannot be constructed.
    Method,
    /// `async function f() {}` or an async method: returns a promise.
    Async,
    /// `async () => ...`: returns a promise, takes `this` from where it was made.
    AsyncArrow,
    /// The constructor of a class without `extends`: cannot be called without `new`.
    ClassConstructor,
    /// The constructor of a class with `extends`: makes no object, `super(...)` does.
    DerivedConstructor,
    /// `function* f() {}` or a generator method: returns a generator.
    Generator,
    /// `async function* f() {}` or an async generator method: returns an async generator, the body may await.
    AsyncGenerator,
}

impl FunctionKind {
    /// Whether a call returns a promise and the body may await.
    #[must_use]
    pub fn is_async(self) -> bool {
        match self {
            FunctionKind::Main | FunctionKind::Async | FunctionKind::AsyncArrow => true,
            FunctionKind::Function
            | FunctionKind::Arrow
            | FunctionKind::Method
            | FunctionKind::ClassConstructor
            | FunctionKind::DerivedConstructor
            | FunctionKind::Generator
            | FunctionKind::AsyncGenerator => false,
        }
    }

    /// Whether a call returns a generator, whose body runs when it is resumed.
    #[must_use]
    pub fn is_generator(self) -> bool {
        matches!(self, FunctionKind::Generator | FunctionKind::AsyncGenerator)
    }

    /// Whether it is the constructor of a class, which cannot be called without `new`.
    #[must_use]
    pub fn is_class_constructor(self) -> bool {
        matches!(self, FunctionKind::ClassConstructor | FunctionKind::DerivedConstructor)
    }

    /// Whether `this` comes from the surrounding function.
    #[must_use]
    pub fn has_lexical_this(self) -> bool {
        matches!(self, FunctionKind::Arrow | FunctionKind::AsyncArrow)
    }
}

/// Where a new closure finds a variable that it captures, seen from the frame that makes it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CaptureSource {
    /// The cell in a register of that frame.
    Local(Reg),
    /// A variable that the running closure captured itself.
    Outer(CaptureId),
}

/// A stretch of code whose exceptions are caught. Inner handlers come first in [`Function::handlers`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Handler {
    /// The first operation that is guarded.
    pub start: Pc,
    /// The first operation after `start` that no longer is.
    pub end: Pc,
    /// Where to go on.
    pub target: Pc,
    /// Receives what was thrown.
    pub value: Reg,
}

/// Where a variable lives, for whoever shows it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum VariablePlace {
    /// In a register, by value.
    Register(Reg),
    /// In a cell that a register holds.
    Cell(Reg),
    /// In a cell that the closure captured.
    Capture(CaptureId),
}

/// A variable of the source, where it lives and over which operations.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Variable {
    /// Its name.
    pub name: Atom,
    /// Where its value is.
    pub place: VariablePlace,
    /// The first operation that can see it.
    pub start: Pc,
    /// The first operation that no longer can.
    pub end: Pc,
}

/// What the compiler found out about an access to a variable or property, for the lost-update diagnosis.
///
/// A lost update is a write whose value was *computed from* a read of the same variable. The compiler proves that
/// within one function: a write is `Derived` only if on every path its value comes from a read of the same place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AccessNote {
    /// A read that some derived write of the same place uses.
    Feeds,
    /// A write whose value was computed from such a read.
    Derived,
}

/// Where the statements of a function begin: a bit for each operation, because stepping asks at every one.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Statements(Vec<u64>);

impl Statements {
    /// Notes that one begins at `pc`.
    pub fn push(&mut self, pc: Pc) {
        let word = pc.0 as usize / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (pc.0 % 64);
    }

    /// Whether one begins at `pc`.
    #[must_use]
    #[inline]
    pub fn begin_at(&self, pc: Pc) -> bool {
        let word = self.0.get(pc.0 as usize / 64);
        word.is_some_and(|word| word >> (pc.0 % 64) & 1 != 0)
    }
}

/// One function of the program.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Function {
    /// Its name, empty if it has none.
    pub name: Atom,
    /// How it is called.
    pub kind: FunctionKind,
    /// How many registers at the beginning of the frame are filled from the arguments.
    pub params: u16,
    /// What `f.length` gives.
    pub length: u16,
    /// Whether the register after the parameters receives an array with the remaining arguments.
    pub has_rest: bool,
    /// The register that receives the `arguments` object (unmapped, ECMA-262 section 10.4.4.6) at the call, if the
    /// function uses it.
    pub arguments: Option<Reg>,
    /// How many registers a frame has.
    pub registers: u16,
    /// What a closure over this function captures.
    pub captures: Vec<CaptureSource>,
    /// The operations.
    pub ops: Vec<Op>,
    /// Guarded stretches, inner ones first.
    pub handlers: Vec<Handler>,
    /// Where each operation stands in the source.
    pub lines: LineMap,
    /// The operations at which a statement, or the condition of one, begins.
    pub statements: Statements,
    /// The variables, for whoever shows them.
    pub variables: Vec<Variable>,
    /// What an access reads or writes, as the learner wrote it (`account.balance`); sorted by operation.
    pub access_names: Vec<(Pc, Atom)>,
    /// Notes on accesses; sorted by operation.
    pub access_notes: Vec<(Pc, AccessNote)>,
    /// Where the function stands in the source.
    pub span: Span,
    /// Whether it belongs to the built-in library rather than to the learner.
    pub is_internal: bool,
}

impl Function {
    /// What the operation at `pc` reads or writes, as the learner wrote it.
    #[must_use]
    pub fn access_name(&self, pc: Pc) -> Option<Atom> {
        let index = self.access_names.binary_search_by_key(&pc, |&(at, _)| at).ok()?;
        Some(self.access_names[index].1)
    }

    /// What the compiler noted about the access at `pc`.
    #[must_use]
    pub fn access_note(&self, pc: Pc) -> Option<AccessNote> {
        let index = self.access_notes.binary_search_by_key(&pc, |&(at, _)| at).ok()?;
        Some(self.access_notes[index].1)
    }

    /// Whether a call needs nothing but its arguments in the first registers of a new frame.
    #[must_use]
    #[inline]
    pub fn is_simple_call(&self) -> bool {
        let is_simple = match self.kind {
            FunctionKind::Function
            | FunctionKind::Arrow
            | FunctionKind::Method
            | FunctionKind::Generator
            | FunctionKind::AsyncGenerator => true,
            FunctionKind::Main
            | FunctionKind::Async
            | FunctionKind::AsyncArrow
            | FunctionKind::ClassConstructor
            | FunctionKind::DerivedConstructor => false,
        };
        is_simple && !self.has_rest && self.arguments.is_none()
    }

    /// Whether a statement, or the condition of one, begins at `pc`.
    #[must_use]
    #[inline]
    pub fn is_statement_start(&self, pc: Pc) -> bool {
        self.statements.begin_at(pc)
    }
}

/// A compiled program. Immutable once made; worlds share it.
///
/// The tables of the built-in library come first: a number below the length of the library's table means an entry of
/// the library, the others follow in the program's own tables. So functions of the library are compiled once and are
/// the same in every program.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Program {
    /// All functions, those of the library first; the main line is [`Program::main`].
    pub functions: Vec<Arc<Function>>,
    /// The main line.
    pub main: FunctionId,
    /// Whether it is a module in Node's eyes, by its syntax: it imports, exports or awaits at its top.
    pub is_module: bool,
    /// The program's own constants, without repetition.
    pub constants: Vec<Const>,
    /// The program's own names, without repetition and without those that the library has.
    pub atoms: Vec<Box<str>>,
    /// The built-in library.
    pub library: Arc<Library>,
    /// What it was compiled from, for functions that tell their text.
    pub source: SourceText,
}

impl Program {
    /// The function with the given index.
    #[must_use]
    #[inline]
    pub fn function(&self, id: FunctionId) -> &Function {
        &self.functions[usize::from(id.0)]
    }

    /// The learner's functions, without those of the library.
    pub fn own_functions(&self) -> impl Iterator<Item = (FunctionId, &Function)> {
        let functions = self.functions.iter().enumerate().skip(self.library.functions.len());
        functions.filter_map(|(index, function)| Some((FunctionId(u16::try_from(index).ok()?), &**function)))
    }

    /// The text of a name.
    #[must_use]
    pub fn atom(&self, atom: Atom) -> &str {
        let index = usize::from(atom.0);
        match index.checked_sub(self.library.atoms.len()) {
            Some(own) => &self.atoms[own],
            None => &self.library.atoms[index],
        }
    }

    /// The text of a function as it was written; nothing for a function of the library.
    #[must_use]
    pub fn function_text(&self, id: FunctionId) -> &str {
        self.source.part(self.function(id).span)
    }

    /// A constant.
    #[must_use]
    pub fn constant(&self, id: ConstId) -> &Const {
        let index = usize::from(id.0);
        match index.checked_sub(self.library.constants.len()) {
            Some(own) => &self.constants[own],
            None => &self.library.constants[index],
        }
    }
}
