//! The matcher: backtracking over an explicit stack, within a budget of steps.
//!
//! Owns execution. Nothing here recurses over the input; assertions recurse as deep as the pattern nests them.

use crate::Flags;
use crate::char_set::is_line_terminator;
use crate::fold;
use crate::program::{Inst, Label, Program, UNSET};

/// How many entries the stack of alternatives may have.
const STACK_LEN_MAX: usize = 4_000_000;
/// How many characters are skipped or compared for one step.
const UNITS_PER_STEP: u64 = 8;

/// The budget was used up, or the memory for alternatives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exhausted;

/// What is matched against: UTF-16 code units, one byte each where all fit.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// Every code unit is below 256.
    OneByte(&'a [u8]),
    /// Any code units.
    TwoByte(&'a [u16]),
}

impl Input<'_> {
    #[inline]
    fn len(self) -> u32 {
        let len = match self {
            Input::OneByte(bytes) => bytes.len(),
            Input::TwoByte(units) => units.len(),
        };
        u32::try_from(len).unwrap_or(UNSET - 1)
    }

    #[inline]
    fn unit(self, at: u32) -> Option<u32> {
        match self {
            Input::OneByte(bytes) => bytes.get(at as usize).map(|&byte| u32::from(byte)),
            Input::TwoByte(units) => units.get(at as usize).map(|&unit| u32::from(unit)),
        }
    }
}

/// Where a match and its groups are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Captures {
    registers: Vec<u32>,
}

impl Captures {
    /// The range of a group; 0 is the whole match.
    #[must_use]
    pub fn group(&self, index: usize) -> Option<(usize, usize)> {
        let (&start, &end) = (self.registers.get(index * 2)?, self.registers.get(index * 2 + 1)?);
        (start != UNSET && end != UNSET).then_some((start as usize, end as usize))
    }

    /// How many groups, the whole match counted.
    #[must_use]
    pub fn group_count(&self) -> usize {
        self.registers.len() / 2
    }
}

/// What is undone or tried when matching fails.
#[derive(Clone, Copy)]
enum Entry {
    /// A register had this value.
    Undo { register: u32, value: u32 },
    /// Go on here.
    Resume { label: Label, position: u32 },
    /// A greedy repetition of single characters may give some back, down to `min`.
    Shorten { label: Label, min: u32, position: u32 },
    /// A lazy repetition (at this label) may take more.
    Lengthen { label: Label, left: u32, position: u32 },
}

struct Matcher<'p, 'i, 's> {
    program: &'p Program,
    input: Input<'i>,
    len: u32,
    is_unicode: bool,
    registers: Vec<u32>,
    stack: Vec<Entry>,
    steps: &'s mut u64,
}

/// Where to go on, or that this way fails.
type Next = Option<(Label, u32)>;

impl Program {
    /// Looks for a match that begins at `start` or later, or (if `is_sticky`) exactly there. Takes what it costs off
    /// `steps`.
    pub fn exec(
        &self,
        input: Input<'_>,
        start: usize,
        is_sticky: bool,
        steps: &mut u64,
    ) -> Result<Option<Captures>, Exhausted> {
        let mut matcher = Matcher {
            program: self,
            input,
            len: input.len(),
            is_unicode: self.flags.has_either_unicode(),
            registers: vec![UNSET; self.register_count as usize],
            stack: Vec::new(),
            steps,
        };
        let Ok(mut at) = u32::try_from(start) else {
            return Ok(None);
        };
        if matcher.is_unicode && matcher.is_inside_pair(at) {
            at -= 1;
        }
        while at <= matcher.len {
            if !is_sticky {
                let Some(candidate) = matcher.candidate(at)? else {
                    return Ok(None);
                };
                at = candidate;
            }
            if let Some(end) = matcher.run(0, at)? {
                let mut registers = matcher.registers;
                registers.truncate(self.group_count as usize * 2);
                registers[0] = at;
                registers[1] = end;
                return Ok(Some(Captures { registers }));
            }
            if is_sticky {
                return Ok(None);
            }
            at = matcher.character(at).map_or(at + 1, |(_, next)| next);
        }
        Ok(None)
    }
}

impl Matcher<'_, '_, '_> {
    #[inline]
    fn spend(&mut self, steps: u64) -> Result<(), Exhausted> {
        *self.steps = self.steps.checked_sub(steps).ok_or(Exhausted)?;
        Ok(())
    }

    fn push(&mut self, entry: Entry) -> Result<(), Exhausted> {
        if self.stack.len() >= STACK_LEN_MAX {
            return Err(Exhausted);
        }
        self.stack.push(entry);
        Ok(())
    }

    fn write(&mut self, register: u32, value: u32) -> Result<(), Exhausted> {
        let old = std::mem::replace(&mut self.registers[register as usize], value);
        if old == value {
            return Ok(());
        }
        self.push(Entry::Undo { register, value: old })
    }

    fn is_inside_pair(&self, at: u32) -> bool {
        at > 0
            && self.input.unit(at).is_some_and(|unit| unit & 0xfc00 == 0xdc00)
            && self.input.unit(at - 1).is_some_and(|unit| unit & 0xfc00 == 0xd800)
    }

    /// The character at a position, and where the next one is.
    #[inline]
    fn character(&self, at: u32) -> Option<(u32, u32)> {
        let first = self.input.unit(at)?;
        if self.is_unicode
            && first & 0xfc00 == 0xd800
            && let Some(second) = self.input.unit(at + 1)
            && second & 0xfc00 == 0xdc00
        {
            return Some((0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00), at + 2));
        }
        Some((first, at + 1))
    }

    fn before(&self, at: u32) -> Option<u32> {
        let one = at.checked_sub(1)?;
        Some(if self.is_unicode && self.is_inside_pair(one) {
            one - 1
        } else {
            one
        })
    }

    /// The next position at which a match can begin.
    fn candidate(&mut self, mut at: u32) -> Result<Option<u32>, Exhausted> {
        let program = self.program;
        let Some(first) = &program.first else {
            return Ok(Some(at));
        };
        let start = at;
        while let Some((point, next)) = self.character(at) {
            if first.contains(point) {
                break;
            }
            at = next;
        }
        self.spend(u64::from(at - start) / UNITS_PER_STEP)?;
        Ok((at < self.len).then_some(at))
    }

    /// Executes from a label on until that part accepts or fails; the position where it accepted.
    fn run(&mut self, label: Label, position: u32) -> Result<Option<u32>, Exhausted> {
        let base = self.stack.len();
        let (mut label, mut position) = (label, position);
        loop {
            self.spend(1)?;
            if matches!(self.program.insts[label as usize], Inst::Accept) {
                return Ok(Some(position));
            }
            let next = match self.step(label, position)? {
                Some(next) => Some(next),
                None => self.backtrack(base)?,
            };
            match next {
                Some(next) => (label, position) = next,
                None => return Ok(None),
            }
        }
    }

    /// Undoes what was done since the last alternative, and takes that.
    fn backtrack(&mut self, base: usize) -> Result<Next, Exhausted> {
        while self.stack.len() > base {
            let Some(entry) = self.stack.pop() else { break };
            match entry {
                Entry::Undo { register, value } => self.registers[register as usize] = value,
                Entry::Resume { label, position } => return Ok(Some((label, position))),
                Entry::Shorten { label, min, position } => {
                    let position = self.before(position).unwrap_or(min);
                    if position > min {
                        self.stack.push(Entry::Shorten { label, min, position });
                    }
                    return Ok(Some((label, position)));
                }
                Entry::Lengthen { label, left, position } => {
                    self.spend(1)?;
                    if let Some(next) = self.single(label + 1, position) {
                        if left > 1 {
                            let left = if left == u32::MAX { left } else { left - 1 };
                            let position = next;
                            self.stack.push(Entry::Lengthen { label, left, position });
                        }
                        return Ok(Some((label + 2, next)));
                    }
                }
            }
        }
        Ok(None)
    }

    /// Takes one character by an instruction that does just that.
    #[inline]
    fn single(&self, label: Label, position: u32) -> Option<u32> {
        let (point, next) = self.character(position)?;
        let matches = match self.program.insts[label as usize] {
            Inst::Char(wanted) => point == wanted,
            Inst::Any => !is_line_terminator(point),
            Inst::All => true,
            Inst::Class(index) => self.program.classes[index as usize].contains(point),
            _ => false,
        };
        matches.then_some(next)
    }

    fn step(&mut self, label: Label, position: u32) -> Result<Next, Exhausted> {
        let program = self.program;
        let next = |holds: bool| holds.then_some((label + 1, position));
        Ok(match program.insts[label as usize] {
            Inst::Char(_) | Inst::Any | Inst::All | Inst::Class(_) => {
                self.single(label, position).map(|position| (label + 1, position))
            }
            Inst::Accept | Inst::Fail => None,
            Inst::Back => self.before(position).map(|position| (label + 1, position)),
            Inst::Jump(target) => Some((target, position)),
            Inst::Fork { other, is_lazy } => {
                let (now, later) = if is_lazy {
                    (other, label + 1)
                } else {
                    (label + 1, other)
                };
                self.push(Entry::Resume { label: later, position })?;
                Some((now, position))
            }
            Inst::Save(register) => {
                self.write(register, position)?;
                next(true)
            }
            Inst::Clear { from, to } => {
                for register in from..to {
                    self.write(register, UNSET)?;
                }
                self.spend(u64::from(to - from))?;
                next(true)
            }
            Inst::Set { register, value } => {
                self.write(register, value)?;
                next(true)
            }
            Inst::Count { .. } => self.count(label, position)?,
            Inst::Again { register, begin } => {
                let count = self.registers[register as usize];
                // Counts far beyond any input need not be told apart.
                self.write(register, count.saturating_add(1).min(UNSET - 1))?;
                Some((begin, position))
            }
            Inst::Progress { register, counter } => {
                let is_free = self.registers[register as usize] == position;
                let is_needed = counter.is_some_and(|(counter, min)| self.registers[counter as usize] < min);
                next(!is_free || is_needed)
            }
            Inst::RepeatOne { .. } => self.repeat_one(label, position)?,
            Inst::InputStart => next(position == 0),
            Inst::InputEnd => next(position == self.len),
            Inst::LineStart => next(position == 0 || self.is_line_end(position - 1)),
            Inst::LineEnd => next(position == self.len || self.is_line_end(position)),
            Inst::WordBoundary { is_negated } => {
                let before = position > 0 && self.is_word(position - 1);
                next((before != self.is_word(position)) != is_negated)
            }
            Inst::BackReference { group, is_backward } => self.back_reference(label, position, group, is_backward)?,
            Inst::Look { is_negated, exit } => self.look(label, position, is_negated, exit)?,
        })
    }

    fn is_line_end(&self, at: u32) -> bool {
        self.input.unit(at).is_some_and(is_line_terminator)
    }

    fn is_word(&self, at: u32) -> bool {
        self.input.unit(at).is_some_and(|unit| self.program.word.contains(unit))
    }

    fn count(&mut self, label: Label, position: u32) -> Result<Next, Exhausted> {
        let Inst::Count {
            register,
            min,
            max,
            is_lazy,
            exit,
        } = self.program.insts[label as usize]
        else {
            return Ok(None);
        };
        let count = self.registers[register as usize];
        let (turn, leave) = ((label + 1, position), (exit, position));
        if count < min {
            return Ok(Some(turn));
        }
        if count >= max && max != u32::MAX {
            return Ok(Some(leave));
        }
        let (now, later) = if is_lazy { (leave, turn) } else { (turn, leave) };
        self.push(Entry::Resume {
            label: later.0,
            position,
        })?;
        Ok(Some(now))
    }

    fn repeat_one(&mut self, label: Label, position: u32) -> Result<Next, Exhausted> {
        let Inst::RepeatOne { min, max, is_lazy } = self.program.insts[label as usize] else {
            return Ok(None);
        };
        let mut at = position;
        for _ in 0..min {
            let Some(next) = self.single(label + 1, at) else {
                self.spend(u64::from(at - position) / UNITS_PER_STEP)?;
                return Ok(None);
            };
            at = next;
        }
        let shortest = at;
        if is_lazy {
            if max > min {
                let left = if max == u32::MAX { max } else { max - min };
                self.push(Entry::Lengthen {
                    label,
                    left,
                    position: at,
                })?;
            }
        } else {
            let mut left = max - min;
            while left > 0
                && let Some(next) = self.single(label + 1, at)
            {
                at = next;
                left -= 1;
            }
            if at > shortest {
                self.push(Entry::Shorten {
                    label: label + 2,
                    min: shortest,
                    position: at,
                })?;
            }
        }
        self.spend(u64::from(at - position) / UNITS_PER_STEP)?;
        Ok(Some((label + 2, at)))
    }

    fn back_reference(
        &mut self,
        label: Label,
        position: u32,
        group: u32,
        is_backward: bool,
    ) -> Result<Next, Exhausted> {
        let start = self.registers[group as usize * 2];
        let end = self.registers[group as usize * 2 + 1];
        if start == UNSET || end == UNSET || end <= start {
            return Ok(Some((label + 1, position)));
        }
        let len = end - start;
        self.spend(u64::from(len) / UNITS_PER_STEP)?;
        let flags = self.program.flags;
        let from = if is_backward {
            position.checked_sub(len)
        } else {
            Some(position).filter(|&from| self.len - from >= len)
        };
        let Some(from) = from else { return Ok(None) };
        let mut offset = 0;
        while offset < len {
            let (Some((one, next)), Some((two, _))) = (self.character(start + offset), self.character(from + offset))
            else {
                return Ok(None);
            };
            if one != two && !(flags.ignore_case && same(one, two, flags)) {
                return Ok(None);
            }
            offset = next - start;
        }
        Ok(Some((label + 1, if is_backward { from } else { from + len })))
    }

    fn look(&mut self, label: Label, position: u32, is_negated: bool, exit: Label) -> Result<Next, Exhausted> {
        let base = self.stack.len();
        let holds = self.run(label + 1, position)?.is_some();
        if holds && is_negated {
            self.undo_to(base);
        } else if holds {
            // Its alternatives are not tried again, but what it saved must be undone when something before it is.
            let mut kept = base;
            for at in base..self.stack.len() {
                if matches!(self.stack[at], Entry::Undo { .. }) {
                    self.stack[kept] = self.stack[at];
                    kept += 1;
                }
            }
            self.stack.truncate(kept);
        }
        Ok((holds != is_negated).then_some((exit, position)))
    }

    fn undo_to(&mut self, base: usize) {
        while self.stack.len() > base {
            if let Some(Entry::Undo { register, value }) = self.stack.pop() {
                self.registers[register as usize] = value;
            }
        }
    }
}

fn same(one: u32, two: u32, flags: Flags) -> bool {
    fold::canonicalize(one, flags) == fold::canonicalize(two, flags)
}
