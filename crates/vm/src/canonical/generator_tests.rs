//! Where a generator stands and what it can still read are in its fingerprint, and nothing else of it.

use std::sync::Arc;

use bytecode::{Function, FunctionId, FunctionKind, Op, Program, Reg};

use super::*;
use crate::fiber::{Frame, FrameExit, NO_CALLEE};
use crate::generator::GeneratorState;
use crate::run::tests::empty_program;
use crate::{FiberFrame, Generator, HeapLimits};

/// A generator that yields its first register twice and has a second one that nothing reads.
fn program() -> Program {
    let mut program = empty_program();
    let main = Function::clone(&program.functions[0]);
    let step = Op::Yield {
        dest: Reg(2),
        value: Reg(0),
        mode: Reg(3),
        is_delegate: false,
    };
    let generator = Function {
        kind: FunctionKind::Generator,
        registers: 4,
        ops: vec![Op::GeneratorStart {}, step, step, Op::Return { value: Reg(0) }],
        ..main
    };
    program.functions.push(Arc::new(generator));
    program
}

/// The fingerprint of a generator at an operation, with what its first two registers hold.
fn suspended(pc: u32, registers: [f64; 2]) -> u128 {
    let frame = Frame {
        function: FunctionId(1),
        pc,
        base: 0,
        callee: NO_CALLEE,
        dest: Reg(0),
        exit: FrameExit::Value,
        this: Value::Undefined,
        captures: Arc::from([]),
    };
    let [first, second] = registers.map(Value::number);
    let registers = Box::new([first, second, Value::Undefined, Value::Undefined]);
    in_state(GeneratorState::Suspended(FiberFrame { frame, registers }))
}

fn in_state(state: GeneratorState) -> u128 {
    let program = program();
    let mut heap = Heap::new(&program, HeapLimits::default());
    let generator = Generator {
        state,
        is_async: false,
        queue: Value::Undefined,
    };
    let generator = heap.alloc_object(Object::new(ObjectKind::Generator(Box::new(generator))));
    let mut scratch = CanonicalScratch::new(&program);
    let mut canonical = Canonical::new(&heap, &program, &mut scratch);
    canonical.value(Value::Object(generator));
    canonical.finish_heap();
    canonical.finish()
}

#[test]
fn positions_and_live_registers_tell_generators_apart() {
    let prints = [
        suspended(1, [1.0, 0.0]),
        suspended(2, [1.0, 0.0]),
        suspended(1, [2.0, 0.0]),
        in_state(GeneratorState::Running),
        in_state(GeneratorState::Completed),
    ];
    for (index, print) in prints.iter().enumerate() {
        assert!(!prints[..index].contains(print), "number {index} is like one before");
    }
}

#[test]
fn a_dead_register_does_not_matter() {
    assert_eq!(suspended(1, [1.0, 7.0]), suspended(1, [1.0, 8.0]));
}
