//! Which captured variables a closure may write.
//!
//! Owns one static look at a program: a cell that no closure writes changes only through the frame that made it, so
//! when that frame copies it for the next turn of a loop, nobody else can have a say in what it copies.

use bytecode::{CaptureSource, Function, Op, Program, Reg};

/// By function: the registers whose cells a closure made there, or one made within it, may write.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct CapturedWrites {
    registers: Vec<Vec<Reg>>,
}

impl CapturedWrites {
    pub(crate) fn of(program: &Program) -> CapturedWrites {
        let written = written_captures(program);
        let registers = program.functions.iter().map(|function| {
            let sources = written_sources(program, function, &written);
            let registers = sources.into_iter().filter_map(|source| match source {
                CaptureSource::Local(reg) => Some(reg),
                CaptureSource::Outer(_) => None,
            });
            registers.collect()
        });
        CapturedWrites {
            registers: registers.collect(),
        }
    }

    /// Whether a closure may write the cell that the register of this function held when the closure was made.
    pub(crate) fn contains(&self, function: bytecode::FunctionId, register: Reg) -> bool {
        self.registers[usize::from(function.0)].contains(&register)
    }
}

/// By function and capture: whether the function, or a closure made within it, writes the captured variable.
fn written_captures(program: &Program) -> Vec<Vec<bool>> {
    let direct = program.functions.iter().map(|function| {
        let mut written = vec![false; function.captures.len()];
        for op in &function.ops {
            if let Op::StoreCapture { capture, .. } = op {
                written[usize::from(capture.0)] = true;
            }
        }
        written
    });
    let mut written: Vec<Vec<bool>> = direct.collect();
    // Inner functions may come before or after outer ones: repeat until nothing is added.
    loop {
        let mut has_grown = false;
        for (index, function) in program.functions.iter().enumerate() {
            for source in written_sources(program, function, &written) {
                if let CaptureSource::Outer(capture) = source {
                    let place = &mut written[index][usize::from(capture.0)];
                    has_grown |= !std::mem::replace(place, true);
                }
            }
        }
        if !has_grown {
            return written;
        }
    }
}

/// What the closures that a function makes write of what they capture from it.
fn written_sources(program: &Program, function: &Function, written: &[Vec<bool>]) -> Vec<CaptureSource> {
    let made = function.ops.iter().filter_map(|op| match op {
        Op::NewClosure { function, .. } => Some(*function),
        _ => None,
    });
    let sources = made.flat_map(|id| {
        let captures = program.function(id).captures.iter();
        captures.zip(&written[usize::from(id.0)])
    });
    sources
        .filter(|(_, is_written)| **is_written)
        .map(|(source, _)| *source)
        .collect()
}
