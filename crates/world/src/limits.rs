//! How far a run may go.
//!
//! Owns the bounds, what each is called, and how far each may be raised when the learner says to go on. Whoever meets a
//! bound ends the run by it; that is not decided here.

use crate::LimitKind;

/// How far a run may go. Each limit has its own outcome; none is silent.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Limits {
    /// Operations of the VM in one step; a step that needs more is cut in two.
    pub step_ops: u64,
    /// Bytes of heap.
    pub heap_bytes: u64,
    /// Code units in one string.
    pub text_len: u32,
    /// Elements in one array.
    pub array_len: u32,
    /// Calls inside each other. The call that is one too many is a `RangeError`, which a program may catch, as in Node.
    pub stack_depth: u32,
    /// Tasks that were ever made.
    pub tasks: u32,
    /// Timers that wait at once.
    pub timers: u32,
    /// Lines on the console.
    pub console_lines: u32,
    /// Steps of one match of a regular expression.
    pub regexp_steps: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            step_ops: 1_000_000,
            heap_bytes: 256 << 20,
            text_len: 1 << 24,
            array_len: 1 << 22,
            stack_depth: 10_000,
            tasks: 150_000,
            timers: 100_000,
            console_lines: 20_000,
            regexp_steps: 10_000_000,
        }
    }
}

/// What raising a limit multiplies it by.
const RAISE: u64 = 4;

/// More than this no machine should be asked for.
const HEAP_BYTES_MAX: u64 = 1 << 30;
const TEXT_LEN_MAX: u64 = (1 << 29) - 24;
const ARRAY_LEN_MAX: u64 = 1 << 26;
const COUNT_MAX: u64 = 10_000_000;
const STEPS_MAX: u64 = 10_000_000_000;

impl Limits {
    /// The number that a limit stands at.
    #[must_use]
    pub fn value(&self, kind: LimitKind) -> u64 {
        match kind {
            LimitKind::HeapBytes => self.heap_bytes,
            LimitKind::TextLen => u64::from(self.text_len),
            LimitKind::ArrayLen => u64::from(self.array_len),
            LimitKind::Tasks => u64::from(self.tasks),
            LimitKind::Timers => u64::from(self.timers),
            LimitKind::ConsoleLines => u64::from(self.console_lines),
            LimitKind::RegExpSteps => self.regexp_steps,
        }
    }

    /// The same limits with one of them raised, so that a run that met it can go on. `None` if that is as high already as
    /// it may be.
    #[must_use]
    pub fn raised(&self, kind: LimitKind) -> Option<Limits> {
        let (value, most) = (self.value(kind), most(kind));
        (value < most).then(|| self.with(kind, value.saturating_mul(RAISE).min(most)))
    }

    fn with(mut self, kind: LimitKind, value: u64) -> Limits {
        let count = u32::try_from(value).unwrap_or(u32::MAX);
        match kind {
            LimitKind::HeapBytes => self.heap_bytes = value,
            LimitKind::TextLen => self.text_len = count,
            LimitKind::ArrayLen => self.array_len = count,
            LimitKind::Tasks => self.tasks = count,
            LimitKind::Timers => self.timers = count,
            LimitKind::ConsoleLines => self.console_lines = count,
            LimitKind::RegExpSteps => self.regexp_steps = value,
        }
        self
    }
}

fn most(kind: LimitKind) -> u64 {
    match kind {
        LimitKind::HeapBytes => HEAP_BYTES_MAX,
        LimitKind::TextLen => TEXT_LEN_MAX,
        LimitKind::ArrayLen => ARRAY_LEN_MAX,
        LimitKind::Tasks | LimitKind::Timers | LimitKind::ConsoleLines => COUNT_MAX,
        LimitKind::RegExpSteps => STEPS_MAX,
    }
}

/// A limit's number as people read it: `20,000 lines`, `64 MB`.
#[must_use]
pub fn limit_amount(kind: LimitKind, value: u64) -> String {
    match kind {
        LimitKind::HeapBytes => match value >> 20 {
            0 => format!("{} bytes", grouped(value)),
            megabytes => format!("{} MB", grouped(megabytes)),
        },
        LimitKind::TextLen => format!("{} characters", grouped(value)),
        LimitKind::ArrayLen => format!("{} elements", grouped(value)),
        LimitKind::Tasks => format!("{} tasks", grouped(value)),
        LimitKind::Timers => format!("{} timers", grouped(value)),
        LimitKind::ConsoleLines => format!("{} lines", grouped(value)),
        LimitKind::RegExpSteps => format!("{} steps", grouped(value)),
    }
}

fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [LimitKind; 7] = [
        LimitKind::HeapBytes,
        LimitKind::TextLen,
        LimitKind::ArrayLen,
        LimitKind::Tasks,
        LimitKind::Timers,
        LimitKind::ConsoleLines,
        LimitKind::RegExpSteps,
    ];

    #[test]
    fn every_limit_can_be_raised_to_an_end_and_alone() {
        for kind in KINDS {
            let mut limits = Limits::default();
            let mut steps = 0;
            while let Some(raised) = limits.raised(kind) {
                assert!(raised.value(kind) > limits.value(kind), "{kind:?}");
                for other in KINDS.into_iter().filter(|&other| other != kind) {
                    assert_eq!(raised.value(other), limits.value(other), "{kind:?}, {other:?}");
                }
                limits = raised;
                steps += 1;
                assert!(steps < 20, "{kind:?} is never as high as it may be");
            }
            assert!(steps > 0, "{kind:?} cannot be raised");
        }
    }

    #[test]
    fn amounts_are_written_for_people() {
        let amounts = KINDS.map(|kind| limit_amount(kind, Limits::default().value(kind)));
        assert_eq!(
            amounts,
            [
                "256 MB",
                "16,777,216 characters",
                "4,194,304 elements",
                "150,000 tasks",
                "100,000 timers",
                "20,000 lines",
                "10,000,000 steps"
            ]
        );
        assert_eq!(limit_amount(LimitKind::HeapBytes, 1_000), "1,000 bytes");
    }
}
