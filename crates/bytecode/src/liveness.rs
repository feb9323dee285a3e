//! Which registers an operation and what follows it can still read.
//!
//! Owns the classic backward dataflow (Aho, Sethi, Ullman: live-variable analysis) over one function. What a register
//! holds that is not live cannot influence anything, so two states that differ only there are one.

use crate::{CaptureSource, Function, FunctionId, Op, Pc, Reg};

/// The registers that are live before each operation of a function.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Liveness {
    words_per_row: usize,
    rows: Vec<u64>,
}

impl Liveness {
    /// Analyses a function; `captures` says what each function that it may make a closure of takes from it. Making the
    /// closure is the last that the maker itself needs of such a variable, and it may come late.
    #[must_use]
    pub fn of<'a>(function: &Function, captures: impl Fn(FunctionId) -> &'a [CaptureSource]) -> Liveness {
        let words_per_row = usize::from(function.registers).div_ceil(64).max(1);
        let mut liveness = Liveness {
            words_per_row,
            rows: vec![0; words_per_row * function.ops.len()],
        };
        let mut row = vec![0; words_per_row];
        loop {
            let mut has_changed = false;
            for index in (0..function.ops.len()).rev() {
                liveness.live_before(function, index, &captures, &mut row);
                let place = &mut liveness.rows[index * words_per_row..][..words_per_row];
                if *place != *row {
                    place.copy_from_slice(&row);
                    has_changed = true;
                }
            }
            if !has_changed {
                return liveness;
            }
        }
    }

    /// The registers that are live before the operation at `pc`, 64 to a word, the lowest in the lowest bit.
    #[must_use]
    pub fn row(&self, pc: Pc) -> &[u64] {
        let start = pc.0 as usize * self.words_per_row;
        self.rows.get(start..start + self.words_per_row).unwrap_or(&[])
    }

    /// Whether a register is live before the operation at `pc`.
    #[must_use]
    pub fn is_live(&self, pc: Pc, register: Reg) -> bool {
        let (word, bit) = (usize::from(register.0) / 64, register.0 % 64);
        self.row(pc).get(word).is_some_and(|row| row & (1 << bit) != 0)
    }

    fn live_before<'a>(
        &self,
        function: &Function,
        index: usize,
        captures: &impl Fn(FunctionId) -> &'a [CaptureSource],
        row: &mut [u64],
    ) {
        row.fill(0);
        let op: &Op = &function.ops[index];
        if op.falls_through() && index + 1 < function.ops.len() {
            self.add(row, Pc(index as u32 + 1), None);
        }
        if let Some(target) = op.jump_target() {
            self.add(row, target, None);
        }
        op.for_each_write(|register| clear(row, register));
        // An operation that throws has written nothing, so this comes after its writes are taken away.
        let pc = Pc(index as u32);
        for handler in function
            .handlers
            .iter()
            .filter(|handler| handler.start <= pc && pc < handler.end)
        {
            self.add(row, handler.target, Some(handler.value));
        }
        op.for_each_read(|register| set(row, register));
        if let Op::NewClosure { function, .. } = *op {
            for source in captures(function) {
                match *source {
                    CaptureSource::Local(register) => set(row, register),
                    CaptureSource::Outer(_) => {}
                }
            }
        }
    }

    /// Adds what is live at `pc`, except one register that is written on the way there.
    fn add(&self, row: &mut [u64], pc: Pc, except: Option<Reg>) {
        for (index, word) in self.row(pc).iter().enumerate() {
            let mut word = *word;
            if let Some(register) = except.filter(|register| usize::from(register.0) / 64 == index) {
                word &= !(1 << (register.0 % 64));
            }
            row[index] |= word;
        }
    }
}

fn set(row: &mut [u64], register: Reg) {
    row[usize::from(register.0) / 64] |= 1 << (register.0 % 64);
}

fn clear(row: &mut [u64], register: Reg) {
    row[usize::from(register.0) / 64] &= !(1 << (register.0 % 64));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Atom, FunctionKind, Handler, LineMap, Span, Statements};

    fn function(ops: Vec<Op>, handlers: Vec<Handler>) -> Function {
        Function {
            name: Atom(0),
            kind: FunctionKind::Function,
            params: 0,
            length: 0,
            has_rest: false,
            arguments: None,
            registers: 4,
            captures: Vec::new(),
            ops,
            handlers,
            lines: LineMap::default(),
            statements: Statements::default(),
            variables: Vec::new(),
            access_names: Vec::new(),
            access_notes: Vec::new(),
            span: Span::default(),
            is_internal: false,
        }
    }

    fn live(function: &Function) -> Vec<Vec<u16>> {
        let liveness = Liveness::of(function, |_| &[]);
        let registers = |pc| {
            (0..function.registers)
                .filter(|&r| liveness.is_live(Pc(pc), Reg(r)))
                .collect()
        };
        (0..function.ops.len() as u32).map(registers).collect()
    }

    #[test]
    fn a_value_is_live_from_its_write_to_its_last_read() {
        let ops = vec![
            Op::LoadInt { dest: Reg(0), value: 1 },
            Op::LoadInt { dest: Reg(1), value: 2 },
            Op::Move {
                dest: Reg(2),
                source: Reg(0),
            },
            Op::Return { value: Reg(2) },
        ];
        assert_eq!(live(&function(ops, vec![])), [vec![], vec![0], vec![0], vec![2]]);
    }

    #[test]
    fn a_loop_keeps_what_its_next_turn_reads() {
        let ops = vec![
            Op::JumpIfFalse {
                condition: Reg(0),
                target: Pc(3),
            },
            Op::Move {
                dest: Reg(1),
                source: Reg(2),
            },
            Op::Jump { target: Pc(0) },
            Op::Return { value: Reg(1) },
        ];
        assert_eq!(
            live(&function(ops, vec![])),
            [vec![0, 1, 2], vec![0, 2], vec![0, 1, 2], vec![1]]
        );
    }

    #[test]
    fn what_a_handler_reads_is_live_wherever_it_guards() {
        let ops = vec![
            Op::LoadInt { dest: Reg(0), value: 1 },
            Op::Throw { value: Reg(0) },
            Op::Move {
                dest: Reg(2),
                source: Reg(1),
            },
            Op::Return { value: Reg(3) },
        ];
        let handler = Handler {
            start: Pc(0),
            end: Pc(2),
            target: Pc(2),
            value: Reg(3),
        };
        assert_eq!(
            live(&function(ops, vec![handler])),
            [vec![1], vec![0, 1], vec![1, 3], vec![3]]
        );
    }

    #[test]
    fn what_a_closure_captures_is_live_until_it_is_made() {
        let ops = vec![
            Op::NewCell {
                dest: Reg(1),
                name: Atom(0),
            },
            Op::LoadUndefined { dest: Reg(0) },
            Op::NewClosure {
                dest: Reg(2),
                function: FunctionId(7),
            },
            Op::Return { value: Reg(2) },
        ];
        let captures = [CaptureSource::Local(Reg(1)), CaptureSource::Outer(crate::CaptureId(0))];
        let function = function(ops, vec![]);
        let liveness = Liveness::of(&function, |FunctionId(id)| if id == 7 { &captures } else { &[] });
        let live: Vec<bool> = (0..4).map(|pc| liveness.is_live(Pc(pc), Reg(1))).collect();
        assert_eq!(live, [false, true, true, false]);
    }
}
