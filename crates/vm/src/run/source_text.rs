//! What the learner wrote, for messages.
//!
//! Owns the way back from a register to the words in the source, as far as the bytecode tells them; it reads no source.

use bytecode::{Op, Pc, Reg, VariablePlace};

use crate::{ErrorKind, Raise, Value};

use super::machine::Machine;

impl Machine<'_, '_> {
    pub(super) fn not_callable(&mut self, callee: Value, wanted: &str) -> Raise {
        let shown = self.callee_text();
        let shown = shown.unwrap_or_else(|| match callee {
            Value::Object(_) | Value::Native(_) => "(intermediate value)".to_owned(),
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => crate::short(self.context.heap, self.context.program, callee),
        });
        self.error(ErrorKind::TypeError, &format!("{shown} is not {wanted}"))
    }

    /// The callee of the innermost frame's call as the learner wrote it.
    fn callee_text(&self) -> Option<String> {
        let frame = self.fiber.frames.last()?;
        let ops = &self.context.program.function(frame.function).ops;
        let (Op::Call { base, .. }
        | Op::CallAwaited { base, .. }
        | Op::CallSpread { base, .. }
        | Op::Construct { base, .. }) = ops[frame.pc as usize]
        else {
            return None;
        };
        self.source_text(base)
    }

    /// What the current operation is about, as far as the compiler noted it.
    pub(super) fn access_text(&self) -> Option<String> {
        let frame = self.fiber.frames.last()?;
        let name = self
            .context
            .program
            .function(frame.function)
            .access_name(Pc(frame.pc))?;
        Some(self.context.program.atom(name).to_owned())
    }

    /// What the learner wrote for the value in a register, as far as the operation that put it there tells.
    pub(crate) fn source_text(&self, reg: Reg) -> Option<String> {
        let frame = self.fiber.frames.last()?;
        let function = self.context.program.function(frame.function);
        let before = &function.ops[..frame.pc as usize];
        let writer = before.iter().rposition(|op| {
            let mut is_writer = false;
            op.for_each_write(|written| is_writer = is_writer || written == reg);
            is_writer
        });
        let variable = |reg: Reg| {
            let pc = Pc(frame.pc);
            let mut variables = function.variables.iter();
            let found = variables.find(|variable| {
                variable.place == VariablePlace::Register(reg) && variable.start <= pc && pc < variable.end
            });
            found.map(|variable| self.context.program.atom(variable.name).to_owned())
        };
        let Some(writer) = writer else { return variable(reg) };
        let pc = Pc(u32::try_from(writer).ok()?);
        if let Some(name) = function.access_name(pc) {
            return Some(self.context.program.atom(name).to_owned());
        }
        match function.ops[writer] {
            Op::Move { source, .. } => variable(source),
            Op::LoadGlobal { global, .. } => Some(global.name().to_owned()),
            Op::GetProperty { object, name, .. } => {
                let object = variable(object).unwrap_or_else(|| "(intermediate value)".to_owned());
                Some(format!("{object}.{}", self.context.program.atom(name)))
            }
            _ => variable(reg),
        }
    }
}
