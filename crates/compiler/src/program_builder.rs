//! The program under construction.
//!
//! Owns the tables that all functions share and their limits. Knows nothing of source text.

use bytecode::{
    AccessNote, Atom, CaptureSource, Const, ConstId, Function, FunctionId, FunctionKind, LibraryMethod, LineMap, Op,
    Program, Reg,
};
use std::collections::BTreeMap;

/// Collects functions, names and constants, each without repetition.
#[derive(Default)]
pub(crate) struct ProgramBuilder {
    functions: Vec<Option<Function>>,
    constants: Vec<Const>,
    numbers: BTreeMap<u64, ConstId>,
    texts: BTreeMap<Box<str>, ConstId>,
    atoms: Vec<Box<str>>,
    atom_ids: BTreeMap<Box<str>, Atom>,
    library: Vec<LibraryMethod>,
    /// Set once a table has no room left; ids given out since then mean nothing.
    pub(crate) is_full: bool,
}

impl ProgramBuilder {
    pub(crate) fn atom(&mut self, name: &str) -> Atom {
        if let Some(&atom) = self.atom_ids.get(name) {
            return atom;
        }
        let atom = Atom(self.next_id(self.atoms.len()));
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
        match self.constants.iter().position(|known| *known == constant) {
            Some(index) => ConstId(self.next_id(index)),
            None => self.push_constant(constant),
        }
    }

    fn push_constant(&mut self, constant: Const) -> ConstId {
        let id = ConstId(self.next_id(self.constants.len()));
        self.constants.push(constant);
        id
    }

    /// Reserves an index, so that whoever makes a closure can name a function that is not compiled yet.
    pub(crate) fn reserve_function(&mut self) -> FunctionId {
        let id = FunctionId(self.next_id(self.functions.len()));
        self.functions.push(None);
        id
    }

    pub(crate) fn define_function(&mut self, id: FunctionId, function: Function) {
        if let Some(slot) = self.functions.get_mut(usize::from(id.0)) {
            *slot = Some(function);
        }
    }

    pub(crate) fn add_library_method(&mut self, owner: &str, is_static: bool, name: &str, function: FunctionId) {
        let name = self.atom(name);
        self.library.push(LibraryMethod {
            owner: owner.into(),
            is_static,
            name,
            function,
        });
    }

    /// A function of the library that compiled code calls by itself.
    pub(crate) fn library_function(&self, _name: &str) -> Option<FunctionId> {
        None
    }

    pub(crate) fn finish(mut self, main: FunctionId) -> Program {
        let empty = self.atom("");
        Program {
            functions: self
                .functions
                .into_iter()
                .map(|function| function.unwrap_or_else(|| empty_function(empty)))
                .collect(),
            main,
            constants: self.constants,
            atoms: self.atoms,
            library: self.library,
        }
    }

    /// The program that does nothing: what a text with errors compiles to.
    pub(crate) fn empty_program() -> Program {
        let mut builder = ProgramBuilder::default();
        let main = builder.reserve_function();
        builder.finish(main)
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
        statements: Vec::new(),
        variables: Vec::new(),
        access_names: Vec::new(),
        access_notes: Vec::<(bytecode::Pc, AccessNote)>::new(),
        span: bytecode::Span::default(),
        is_internal: false,
    }
}
