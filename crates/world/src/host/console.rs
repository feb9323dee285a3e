//! `console.log` and its kin.

use vm::{Host, HostCall, Value};

use super::Answer;
use crate::step::Stepper;
use crate::{ConsoleLevel, EventKind, LimitKind};

impl Stepper<'_> {
    pub(super) fn console(&mut self, call: &HostCall) -> Answer {
        let level = match call.native {
            Host::ConsoleWarn | Host::ConsoleError => ConsoleLevel::Error,
            _ => ConsoleLevel::Log,
        };
        self.world.console_lines += 1;
        if self.world.console_lines > self.world.setup.limits.console_lines {
            self.stop_at(LimitKind::ConsoleLines);
            return Answer::Stop;
        }
        let text = vm::format(&self.world.heap, &self.world.program, &call.args);
        self.world.last_line = Some(text.as_str().into());
        self.emit(EventKind::Printed { level, text });
        Answer::Return(Value::Undefined)
    }
}
