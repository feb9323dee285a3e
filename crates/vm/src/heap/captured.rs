//! Which captured variables a closure may write.
//!
//! Owns one static look at a program's functions: a cell that no closure writes changes only through the frame that made it, so
//! when that frame copies it for the next turn of a loop, nobody else can have a say in what it copies.

use std::sync::Arc;

use bytecode::{CaptureSource, Function, FunctionId, Op, Reg};

/// By function: the registers whose cells a closure made there, or one made within it, may write.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct CapturedWrites {
    /// The number of the first function.
    first: usize,
    registers: Vec<Vec<Reg>>,
}

impl CapturedWrites {
    /// Of functions that make closures over one another only; the first has the number `first`.
    pub(crate) fn of(functions: &[Arc<Function>], first: usize) -> CapturedWrites {
        let scope = Functions { functions, first };
        let written = scope.written_captures();
        let registers = functions.iter().map(|function| {
            let sources = scope.written_sources(function, &written);
            let registers = sources.into_iter().filter_map(|source| match source {
                CaptureSource::Local(reg) => Some(reg),
                CaptureSource::Outer(_) => None,
            });
            registers.collect()
        });
        CapturedWrites {
            first,
            registers: registers.collect(),
        }
    }

    /// Whether a closure may write the cell that the register of this function held when the closure was made.
    pub(crate) fn contains(&self, function: FunctionId, register: Reg) -> bool {
        let index = usize::from(function.0).checked_sub(self.first);
        let registers = index.and_then(|index| self.registers.get(index));
        registers.is_some_and(|registers| registers.contains(&register))
    }
}

/// Functions under consecutive numbers.
struct Functions<'a> {
    functions: &'a [Arc<Function>],
    first: usize,
}

impl Functions<'_> {
    /// By function and capture: whether the function, or a closure made within it, writes the captured variable.
    fn written_captures(&self) -> Vec<Vec<bool>> {
        let direct = self.functions.iter().map(|function| {
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
            for (index, function) in self.functions.iter().enumerate() {
                for source in self.written_sources(function, &written) {
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
    fn written_sources(&self, function: &Function, written: &[Vec<bool>]) -> Vec<CaptureSource> {
        let made = function.ops.iter().filter_map(|op| match op {
            Op::NewClosure { function, .. } => usize::from(function.0).checked_sub(self.first),
            _ => None,
        });
        let sources = made.flat_map(|index| {
            let captures = self.functions[index].captures.iter();
            captures.zip(&written[index])
        });
        sources
            .filter(|(_, is_written)| **is_written)
            .map(|(source, _)| *source)
            .collect()
    }
}
