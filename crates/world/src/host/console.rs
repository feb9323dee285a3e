//! `console.log` and its kin, and what the console remembers: groups, counters, stopwatches.

use std::collections::BTreeMap;

use clock::Instant;
use vm::{Host, HostCall, Value};

use super::{Answer, argument};
use crate::step::Stepper;
use crate::{ConsoleLevel, EventKind, LimitKind};

/// How far groups are indented at most, so that a line stays a line.
const INDENTATION_MAX: u32 = 1_000;

/// What the console remembers from one call to the next.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct ConsoleState {
    /// How far the lines of the open groups are indented.
    pub(crate) indentation: u32,
    /// What `console.count` counts, by label.
    pub(crate) counters: BTreeMap<String, u32>,
    /// When `console.time` was called, by label.
    pub(crate) timers: BTreeMap<String, Instant>,
}

impl ConsoleState {
    /// Whether nothing is remembered.
    pub(crate) fn is_empty(&self) -> bool {
        self.indentation == 0 && self.counters.is_empty() && self.timers.is_empty()
    }
}

impl Stepper<'_> {
    /// Hidden functions: `__consoleIndent(by)`; `__consoleCounter(label, isReset)`, which gives the count or whether there
    /// was one; `__consoleTimer(label, action)`, which starts (0), reads (1) or ends (2).
    #[inline(never)]
    pub(super) fn console_state(&mut self, call: &HostCall) -> Answer {
        let label = self.world.heap.as_text(argument(call, 0)).map(vm::Text::to_display);
        let label = label.unwrap_or_default();
        let now = self.world.now;
        let console = &mut self.world.seldom_mut().console;
        let answer = match (call.native, argument(call, 1)) {
            (Host::ConsoleIndent, _) => {
                console.indentation = match argument(call, 0) {
                    Value::Number(by) if by.get() < 0.0 => console.indentation.saturating_sub(2),
                    _ => (console.indentation + 2).min(INDENTATION_MAX),
                };
                Value::Undefined
            }
            (Host::ConsoleCounter, Value::Bool(true)) => Value::Bool(console.counters.remove(&label).is_some()),
            (Host::ConsoleCounter, _) => {
                let count = console.counters.entry(label).or_insert(0);
                *count += 1;
                Value::number(f64::from(*count))
            }
            (_, Value::Number(action)) if action.get() == 0.0 => {
                let is_new = !console.timers.contains_key(&label);
                console.timers.entry(label).or_insert(now);
                Value::Bool(is_new)
            }
            (_, action) => match console.timers.get(&label).copied() {
                Some(start) => {
                    if action == Value::number(2.0) {
                        console.timers.remove(&label);
                    }
                    Value::number(now.saturating_since(start).as_millis_f64())
                }
                None => Value::Undefined,
            },
        };
        Answer::Return(answer)
    }

    #[inline(never)]
    pub(super) fn console(&mut self, call: &HostCall) -> Answer {
        let level = match call.native {
            Host::ConsoleWarn | Host::ConsoleError | Host::PrintError => ConsoleLevel::Error,
            _ => ConsoleLevel::Log,
        };
        self.world.console_lines += 1;
        if self.world.console_lines > self.world.setup.limits.console_lines {
            self.stop_at(LimitKind::ConsoleLines);
            return Answer::Stop;
        }
        let mut text = vm::format(&self.world.heap, &self.world.program, &call.args);
        if self.world.seldom.console.indentation > 0 {
            let margin = " ".repeat(self.world.seldom.console.indentation as usize);
            text = format!("{margin}{}", text.replace('\n', &format!("\n{margin}")));
        }
        self.world.last_line = Some(text.as_str().into());
        self.emit(EventKind::Printed { level, text });
        Answer::Return(Value::Undefined)
    }
}
