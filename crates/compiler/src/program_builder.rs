//! The program under construction.
//!
//! Owns the tables that all functions share and their limits. Knows nothing of source text.

use crate::library::Standard;
use bytecode::{
    AccessNote, Atom, CaptureSource, Const, ConstId, Function, FunctionId, FunctionKind, LibraryEntry, LineMap, Op,
    Program, Reg,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Collects functions, names and constants, each without repetition. Numbers go on where those of the library end.
pub(crate) struct ProgramBuilder {
    standard: &'static Standard,
    functions: Vec<Option<Function>>,
    constants: Vec<Const>,
    numbers: BTreeMap<u64, ConstId>,
    texts: BTreeMap<Box<str>, ConstId>,
    atoms: Vec<Box<str>>,
    atom_ids: BTreeMap<Box<str>, Atom>,
    /// Set once a table has no room left; ids given out since then mean nothing.
    pub(crate) is_full: bool,
}

/// What was built: the tables without those of the library.
pub(crate) struct Built {
    pub(crate) functions: Vec<Arc<Function>>,
    pub(crate) constants: Vec<Const>,
    pub(crate) atoms: Vec<Box<str>>,
    pub(crate) atom_ids: BTreeMap<Box<str>, Atom>,
}

impl ProgramBuilder {
    pub(crate) fn new(standard: &'static Standard) -> ProgramBuilder {
        ProgramBuilder {
            standard,
            functions: Vec::new(),
            constants: Vec::new(),
            numbers: BTreeMap::new(),
            texts: BTreeMap::new(),
            atoms: Vec::new(),
            atom_ids: BTreeMap::new(),
            is_full: false,
        }
    }

    pub(crate) fn atom(&mut self, name: &str) -> Atom {
        let known = self.standard.atom_ids.get(name).or_else(|| self.atom_ids.get(name));
        if let Some(&atom) = known {
            return atom;
        }
        let atom = Atom(self.next_id(self.standard.library.atoms.len() + self.atoms.len()));
        self.atoms.push(name.into());
        self.atom_ids.insert(name.into(), atom);
        atom
    }

    pub(crate) fn number(&mut self, value: f64) -> ConstId {
        let bits = value.to_bits();
        if let Some(&id) = self.numbers.get(&bits) {
            return id;
        }
        let id = self.push_constant(Const::Number(bits));
        self.numbers.insert(bits, id);
        id
    }

    pub(crate) fn text(&mut self, text: &str) -> ConstId {
        if let Some(&id) = self.texts.get(text) {
            return id;
        }
        let id = self.push_constant(Const::Text(text.into()));
        self.texts.insert(text.into(), id);
        id
    }

    /// A string with lone surrogates. These are too rare to look for repetitions in any other way than one by one.
    pub(crate) fn utf16(&mut self, units: Vec<u16>) -> ConstId {
        let constant = Const::Utf16(units.into_boxed_slice());
        self.rare_constant(constant)
    }

    /// A function of the library as a value.
    pub(crate) fn library_constant(&mut self, function: FunctionId) -> ConstId {
        self.rare_constant(Const::Library(function))
    }

    /// A function of the library that compiled code calls by itself.
    pub(crate) fn library_function(&self, entry: LibraryEntry) -> Option<FunctionId> {
        self.standard.library.entry(entry)
    }

    fn rare_constant(&mut self, constant: Const) -> ConstId {
        match self.constants.iter().position(|known| *known == constant) {
            Some(index) => ConstId(self.next_id(self.standard.library.constants.len() + index)),
            None => self.push_constant(constant),
        }
    }

    fn push_constant(&mut self, constant: Const) -> ConstId {
        let id = ConstId(self.next_id(self.standard.library.constants.len() + self.constants.len()));
        self.constants.push(constant);
        id
    }

    /// Reserves an index, so that whoever makes a closure can name a function that is not compiled yet.
    pub(crate) fn reserve_function(&mut self) -> FunctionId {
        let id = FunctionId(self.next_id(self.standard.library.functions.len() + self.functions.len()));
        self.functions.push(None);
        id
    }

    pub(crate) fn define_function(&mut self, id: FunctionId, function: Function) {
        let own = usize::from(id.0).checked_sub(self.standard.library.functions.len());
        if let Some(slot) = own.and_then(|own| self.functions.get_mut(own)) {
            *slot = Some(function);
        }
    }

    pub(crate) fn build(mut self) -> Built {
        let empty = self.atom("");
        let functions = self.functions.into_iter();
        let functions = functions.map(|function| Arc::new(function.unwrap_or_else(|| empty_function(empty))));
        Built {
            functions: functions.collect(),
            constants: self.constants,
            atoms: self.atoms,
            atom_ids: self.atom_ids,
        }
    }

    /// The program, compiled from a text.
    /// The whole; `has_modules` is whether it imports or exports something.
    pub(crate) fn finish(self, main: FunctionId, source: &str, has_modules: bool) -> Program {
        let library = &self.standard.library;
        let built = self.build();
        let own = usize::from(main.0).checked_sub(library.functions.len());
        let awaits = own.and_then(|own| built.functions.get(own)).is_some_and(|main| {
            let mut ops = main.ops.iter();
            ops.any(|op| matches!(op, Op::Await { .. } | Op::CallAwaited { .. }))
        });
        Program {
            functions: library.functions.iter().cloned().chain(built.functions).collect(),
            main,
            is_module: has_modules || awaits,
            constants: built.constants,
            atoms: built.atoms,
            library: Arc::clone(library),
            source: source.into(),
        }
    }

    /// The program that does nothing: what a text with errors compiles to.
    pub(crate) fn empty_program(standard: &'static Standard) -> Program {
        let mut builder = ProgramBuilder::new(standard);
        let main = builder.reserve_function();
        builder.finish(main, "", false)
    }

    fn next_id(&mut self, length: usize) -> u16 {
        u16::try_from(length).unwrap_or_else(|_| {
            self.is_full = true;
            0
        })
    }
}

fn empty_function(name: Atom) -> Function {
    let value = Reg(0);
    Function {
        name,
        kind: FunctionKind::Main,
        params: 0,
        length: 0,
        has_rest: false,
        arguments: None,
        registers: 1,
        captures: Vec::<CaptureSource>::new(),
        ops: vec![Op::LoadUndefined { dest: value }, Op::Return { value }],
        handlers: Vec::new(),
        lines: LineMap::default(),
        statements: bytecode::Statements::default(),
        variables: Vec::new(),
        access_names: Vec::new(),
        access_notes: Vec::<(bytecode::Pc, AccessNote)>::new(),
        span: bytecode::Span::default(),
        is_internal: false,
    }
}
