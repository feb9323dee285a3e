//! Programs for tests.

use bytecode::{Atom, Function, FunctionId, FunctionKind, LineMap, Op, Program, Reg, Span, Statements};

/// A program that does nothing.
pub(crate) fn empty_program() -> Program {
    let main = Function {
        name: Atom(0),
        kind: FunctionKind::Main,
        params: 0,
        length: 0,
        has_rest: false,
        arguments: None,
        registers: 1,
        captures: Vec::new(),
        ops: vec![Op::LoadUndefined { dest: Reg(0) }, Op::Return { value: Reg(0) }],
        handlers: Vec::new(),
        lines: LineMap::default(),
        statements: Statements::default(),
        variables: Vec::new(),
        access_names: Vec::new(),
        access_notes: Vec::new(),
        span: Span::default(),
        is_internal: false,
    };
    Program {
        functions: vec![main.into()],
        is_module: true,
        main: FunctionId(0),
        constants: Vec::new(),
        atoms: vec!["".into()],
        library: Default::default(),
        source: Default::default(),
    }
}
