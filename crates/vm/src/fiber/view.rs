//! What a fiber shows: where its frames stand and what their variables hold.
//!
//! Owns looking at a fiber, for whoever draws it or tells its place. Nothing here changes one.

use bytecode::{Atom, FunctionId, Pc, Program, Reg, VariablePlace};

use super::{Fiber, Frame};
use crate::{Heap, Value};

/// Where one frame stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct FrameInfo {
    /// The function.
    pub function: FunctionId,
    /// The operation.
    pub pc: Pc,
    /// Its line in the source, 0 if it has none.
    pub line: u32,
}

/// The variables of one frame that its operation can see.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FrameLocals {
    /// The function.
    pub function: FunctionId,
    /// In order of declaration.
    pub variables: Vec<LocalVariable>,
}

/// A variable that a frame's operation can see.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LocalVariable {
    /// Its name.
    pub name: Atom,
    /// Its value, [`Value::Uninitialized`] in its temporal dead zone.
    pub value: Value,
    /// Whether another task can reach the variable.
    pub is_shared: bool,
}

impl Fiber {
    /// Where the innermost frame of the learner's own code stands.
    #[must_use]
    pub fn position(&self, program: &Program) -> Option<(FunctionId, Pc)> {
        let mut frames = self.frames.iter().rev();
        let frame = frames.find(|frame| !program.function(frame.function).is_internal)?;
        Some((frame.function, Pc(frame.pc)))
    }

    /// Where every frame stands, innermost first.
    #[must_use]
    pub fn stack(&self, program: &Program) -> Vec<FrameInfo> {
        let frames = self.frames.iter().rev().map(|frame| FrameInfo {
            function: frame.function,
            pc: Pc(frame.pc),
            line: program.function(frame.function).lines.line(Pc(frame.pc)),
        });
        frames.collect()
    }

    /// The variables of every frame of the learner's own code, innermost frame first.
    #[must_use]
    pub fn locals(&self, heap: &Heap, program: &Program) -> Vec<FrameLocals> {
        let frames = self.frames.iter().rev();
        let frames = frames.filter(|frame| !program.function(frame.function).is_internal);
        frames.map(|frame| self.frame_locals(frame, heap, program)).collect()
    }

    fn frame_locals(&self, frame: &Frame, heap: &Heap, program: &Program) -> FrameLocals {
        let function = program.function(frame.function);
        let pc = Pc(frame.pc);
        let register = |reg: Reg| self.registers[frame.base as usize + usize::from(reg.0)];
        let content = |value: Value| match value {
            Value::Cell(cell) => heap.cell_value(cell),
            // The cell is not made yet.
            _ => Value::Uninitialized,
        };
        let visible = function.variables.iter();
        let visible = visible.filter(|variable| variable.start <= pc && pc < variable.end);
        let variables = visible.map(|variable| {
            let (value, cell) = match variable.place {
                VariablePlace::Register(reg) => (register(reg), None),
                VariablePlace::Cell(reg) => (content(register(reg)), register(reg).reference()),
                VariablePlace::Capture(capture) => {
                    let cell = frame.captures[usize::from(capture.0)];
                    (heap.cell_value(cell), Some(cell))
                }
            };
            LocalVariable {
                name: variable.name,
                value,
                is_shared: cell.is_some_and(|cell| heap.is_shared(cell)),
            }
        });
        FrameLocals {
            function: frame.function,
            variables: variables.collect(),
        }
    }
}
