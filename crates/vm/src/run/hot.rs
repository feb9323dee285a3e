//! The operations that are executed most, without looking left or right.
//!
//! Owns a loop over operations that concern nobody but the fiber: no access that another task could notice, nothing that
//! throws or runs anything but plain functions. Whatever is not certain to be that is left to the careful path, untouched.
//! What single operations do to variables and objects is in `hot_values`.
//!
//! Values are looked at where they stand. Copying one out of its register before its kind is known reads both words of
//! it at once, right after they were written one by one, which processors are slow at.

use bytecode::{Op, Pc, Reg, UnaryOp};

use crate::fiber::FrameExit;
use crate::{KeyId, Switch, Value};

use super::hot_values::Hot;
use super::machine::Machine;

/// Why the operations of one frame are left.
enum Pause {
    /// The next one is for the careful path.
    Careful,
    /// A statement begins, and no more may be begun.
    Visible,
    /// A call of something, with the registers that say of what and with what.
    Call { dest: Reg, base: Reg, count: u16 },
    /// The frame returns a value.
    Return(Value),
}

impl Machine<'_, '_> {
    /// Executes operations that concern nobody but the fiber, until there is one that may. Returns whether that is one
    /// before which the run has to halt.
    #[inline]
    pub(super) fn run_hot(&mut self) -> bool {
        loop {
            let (pause, begins_statement) = match self.context.switch {
                Switch::Never | Switch::Access => self.run_hot_frame::<false>(),
                Switch::Statement => self.step_hot_frame(),
                Switch::Operation => return false,
            };
            let is_done = match pause {
                Pause::Careful => false,
                Pause::Visible => return true,
                Pause::Call { dest, base, count } => self.enter_hot(dest, base, count),
                Pause::Return(value) => self.leave_hot(value),
            };
            if !is_done {
                return false;
            }
            *self.context.fuel -= 1;
            self.context.budget -= u32::from(begins_statement);
        }
    }

    /// Calls a function of the program's for which nothing but a frame is needed. Returns whether it was one.
    fn enter_hot(&mut self, dest: Reg, base: Reg, count: u16) -> bool {
        if !self.has_room_for_frame() {
            return false;
        }
        let callee = self.register(base);
        let this = self.register(Reg(base.0 + 1));
        self.push_plain(callee, this, dest, base, count)
    }

    /// Returns to the frame below. Returns whether that is all that there is to do.
    fn leave_hot(&mut self, value: Value) -> bool {
        let [.., caller, frame] = &self.fiber.frames[..] else {
            return false;
        };
        if !matches!(frame.exit, FrameExit::Value) {
            return false;
        }
        let place = caller.base as usize + usize::from(frame.dest.0);
        self.pop_frame();
        self.fiber.registers[place] = value;
        self.advance();
        true
    }

    /// The same loop where statements count, apart from the other, which is quicker without asking about them.
    #[inline(never)]
    fn step_hot_frame(&mut self) -> (Pause, bool) {
        self.run_hot_frame::<true>()
    }

    /// Executes operations of the innermost frame. Also says whether a statement begins with the one that it stopped at.
    #[inline(always)]
    fn run_hot_frame<const STATEMENTS: bool>(&mut self) -> (Pause, bool) {
        let Some(frame) = self.fiber.frames.last_mut() else {
            return (Pause::Careful, false);
        };
        let function = self.context.program.function(frame.function);
        let has_statements = STATEMENTS && !function.is_internal;
        let ops = &function.ops[..];
        let mut hot = Hot {
            is_unobserved: self.context.switch == Switch::Never && !self.context.record,
            heap: &mut *self.context.heap,
            registers: &mut self.fiber.registers[frame.base as usize..],
            captures: &frame.captures,
        };
        let mut pc = frame.pc as usize;
        let mut fuel = *self.context.fuel;
        let mut pause = Pause::Careful;
        let begins_at = |pc: usize| has_statements && function.is_statement_start(Pc(pc as u32));
        let mut begins_statement = false;
        while fuel > 0 {
            let Some(&op) = ops.get(pc) else { break };
            if has_statements {
                begins_statement = begins_at(pc);
                if begins_statement && self.context.budget == 0 {
                    pause = Pause::Visible;
                    break;
                }
            }
            let next = match op {
                Op::LoadConst { dest, constant } => hot.put(dest, hot.heap.constant(constant.0), pc),
                Op::LoadInt { dest, value } => hot.put(dest, Value::number(f64::from(value)), pc),
                Op::LoadUndefined { dest } => hot.put(dest, Value::Undefined, pc),
                Op::LoadNull { dest } => hot.put(dest, Value::Null, pc),
                Op::LoadBool { dest, value } => hot.put(dest, Value::Bool(value), pc),
                Op::LoadUninitialized { dest } => hot.put(dest, Value::Uninitialized, pc),
                Op::LoadThis { dest } => hot.put(dest, frame.this, pc),
                Op::LoadGlobal { dest, global } if hot.heap.is_realm_pristine() => {
                    hot.put(dest, hot.heap.global(global), pc)
                }
                Op::LoadGlobal { .. } => LEFT,
                Op::Move { dest, source } => hot.put(dest, *hot.get(source), pc),
                Op::CheckInitialized { value, .. } => hot.done_if(!matches!(hot.get(value), Value::Uninitialized), pc),
                Op::NewCell { dest, name } => hot.new_cell(dest, name, pc),
                Op::InitCell { cell, value } => hot.init_local_cell(cell, value, false, pc),
                Op::InitCellConst { cell, value } => hot.init_local_cell(cell, value, true, pc),
                Op::LoadCell { dest, cell } => hot.load_local_cell(dest, cell, pc),
                Op::LoadCapture { dest, capture } => hot.load_cell(dest, hot.captures[usize::from(capture.0)], pc),
                Op::StoreCell { cell, value } => hot.store_local_cell(cell, value, pc),
                Op::StoreCapture { capture, value } => hot.store_cell(hot.captures[usize::from(capture.0)], value, pc),
                Op::NewClosure { dest, function } => {
                    hot.new_closure(dest, function, self.context.program.function(function), frame.this, pc)
                }
                Op::Binary {
                    operator,
                    dest,
                    left,
                    right,
                } => match hot.binary(operator, left, right) {
                    Some(value) => {
                        hot.registers[usize::from(dest.0)] = value;
                        // A comparison is nearly always made for the jump after it.
                        match (value, ops.get(pc + 1)) {
                            (Value::Bool(is_true), Some(&Op::JumpIfFalse { condition, target }))
                                if condition == dest && fuel > 1 && !begins_at(pc + 1) =>
                            {
                                fuel -= 1;
                                if is_true { pc + 2 } else { target.0 as usize }
                            }
                            _ => pc + 1,
                        }
                    }
                    None => LEFT,
                },
                Op::Unary {
                    operator: UnaryOp::Not,
                    dest,
                    value,
                } => hot.put(dest, Value::Bool(!hot.is_true(value)), pc),
                Op::Jump { target } => target.0 as usize,
                Op::JumpIfTrue { condition, target } => branch(hot.is_true(condition), target, pc),
                Op::JumpIfFalse { condition, target } => branch(!hot.is_true(condition), target, pc),
                Op::JumpIfNullish { value, target } => branch(hot.get(value).is_nullish(), target, pc),
                Op::JumpIfUndefined { value, target } => branch(matches!(hot.get(value), Value::Undefined), target, pc),
                Op::NewObject { dest } => hot.new_object(dest, pc),
                Op::DefineField { object, name, value } => hot.define_field(object, KeyId::from(name), value, pc),
                Op::GetProperty { dest, object, name } => hot.get_property(dest, object, KeyId::from(name), pc),
                Op::SetProperty { object, name, value } => hot.set_property(object, KeyId::from(name), value, pc),
                Op::GetElement { dest, object, key } => hot.get_element(dest, object, key, pc),
                Op::SetElement { object, key, value } => hot.set_element(object, key, value, pc),
                Op::GetPrivate { dest, object, key } => hot.get_private(dest, object, key, pc),
                Op::SetPrivate { object, key, value } => hot.set_private(object, key, value, pc),
                Op::ToElementKey { dest, object, key } => match (*hot.get(object), *hot.get(key)) {
                    (Value::Object(_), key @ (Value::Number(_) | Value::Text(_))) => hot.put(dest, key, pc),
                    _ => LEFT,
                },
                Op::CheckThis { value } => hot.done_if(!matches!(hot.get(value), Value::Uninitialized), pc),
                Op::RequireObjectCoercible { value, .. } => hot.done_if(!hot.get(value).is_nullish(), pc),
                Op::Call { dest, base, count } | Op::CallAwaited { dest, base, count } => {
                    pause = Pause::Call { dest, base, count };
                    LEFT
                }
                Op::Return { value } => {
                    pause = Pause::Return(*hot.get(value));
                    LEFT
                }
                Op::Unary { .. }
                | Op::ThrowConstAssign { .. }
                | Op::CopyCell { .. }
                | Op::Throw { .. }
                | Op::NewArray { .. }
                | Op::ArrayAppend { .. }
                | Op::ArrayAppendHole { .. }
                | Op::DefineElement { .. }
                | Op::CopyProperties { .. }
                | Op::DeleteElement { .. }
                | Op::RestElements { .. }
                | Op::RestProperties { .. }
                | Op::GetIterator { .. }
                | Op::IteratorNext { .. }
                | Op::GetKeys { .. }
                | Op::CallSpread { .. }
                | Op::Construct { .. }
                | Op::LoadNewTarget { .. }
                | Op::LoadGlobalName { .. }
                | Op::StoreGlobalName { .. }
                | Op::DefineMethod { .. }
                | Op::DefineGetter { .. }
                | Op::DefineSetter { .. }
                | Op::SetFunctionName { .. }
                | Op::SetPrototype { .. }
                | Op::NewClass { .. }
                | Op::GetSuper { .. }
                | Op::SetSuper { .. }
                | Op::SuperCall { .. }
                | Op::SuperCallSpread { .. }
                | Op::CheckNoThis { .. }
                | Op::DerivedReturn { .. }
                | Op::NewPrivateName { .. }
                | Op::DefinePrivate { .. }
                | Op::HasPrivate { .. }
                | Op::InitCaptureConst { .. }
                | Op::CheckIteratorResult { .. }
                | Op::GeneratorStart {}
                | Op::Yield { .. }
                | Op::AwaitYield { .. }
                | Op::IteratorClose { .. }
                | Op::ConstructSpread { .. }
                | Op::CallLibrary { .. }
                | Op::Await { .. } => LEFT,
            };
            if next == LEFT {
                break;
            }
            pc = next;
            fuel -= 1;
            if begins_statement {
                self.context.budget -= 1;
            }
        }
        frame.pc = pc as u32;
        *self.context.fuel = fuel;
        (pause, begins_statement)
    }
}

/// No place in a function: the operation is left to the careful path.
pub(super) const LEFT: usize = usize::MAX;

#[inline(always)]
fn branch(is_taken: bool, target: Pc, pc: usize) -> usize {
    if is_taken { target.0 as usize } else { pc + 1 }
}
