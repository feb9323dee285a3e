//! Which lines a step comes by, for whoever wants to stop at some of them.
//!
//! Owns running a fiber an operation at a time and noting where a statement of a watched line is about to begin. It
//! changes nothing of what a step does; it only takes longer, so nobody watches who does not have to.

use bytecode::{FunctionId, Pc, Program};
use vm::{Context, Fiber, Halt};

use crate::TaskId;

/// The lines that are watched, and what came of it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct LineWatch {
    /// In order.
    lines: Vec<u32>,
    /// What was come by, in order, each task and line once.
    pub entries: Vec<LineEntry>,
}

/// A statement of a watched line was about to begin.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LineEntry {
    /// Whose.
    pub task: TaskId,
    /// The line.
    pub line: u32,
    /// Whether nothing that others could see has been done since: whoever stops after the step has missed nothing.
    pub is_ahead: bool,
}

impl LineWatch {
    /// Watches these lines.
    #[must_use]
    pub fn new(lines: impl IntoIterator<Item = u32>) -> LineWatch {
        let mut lines: Vec<u32> = lines.into_iter().collect();
        lines.sort_unstable();
        lines.dedup();
        LineWatch {
            lines,
            entries: Vec::new(),
        }
    }

    fn enter(&mut self, task: TaskId, line: u32, is_ahead: bool) {
        let entry = LineEntry { task, line, is_ahead };
        match self
            .entries
            .iter_mut()
            .find(|entry| (entry.task, entry.line) == (task, line))
        {
            // What it came by first, it has done by now.
            Some(known) => known.is_ahead &= is_ahead,
            None => self.entries.push(entry),
        }
    }
}

/// A place in a fiber: two that are equal are the same moment, or a loop of a single operation.
type Place = (FunctionId, Pc, usize);

/// As [`vm::run`], with an eye on the lines.
pub(crate) fn run(fiber: &mut Fiber, context: &mut Context, task: TaskId, watch: &mut LineWatch) -> Halt {
    let program = context.program;
    let mut left = *context.fuel;
    let mut before = place(fiber, program);
    let mut arrivals: Vec<(u32, u32)> = Vec::new();
    // First nothing: whoever was answered or has just been made comes to its next operation by that.
    let mut most = 0;
    let halt = loop {
        *context.fuel = left.min(most);
        let given = *context.fuel;
        let halt = vm::run(fiber, context);
        left -= given - *context.fuel;
        let now = place(fiber, program);
        if now != before
            && let Some((function, pc, _)) = now
            && let Some(line) = watched_line(program, function, pc, watch)
        {
            arrivals.push((line, context.budget));
        }
        before = now;
        most = 1;
        if !matches!(halt, Halt::Fuel) || left == 0 {
            break halt;
        }
    };
    *context.fuel = left;
    let stops_before_visible = matches!(halt, Halt::Visible);
    for (line, budget) in arrivals {
        watch.enter(task, line, stops_before_visible && budget == context.budget);
    }
    halt
}

fn place(fiber: &Fiber, program: &Program) -> Option<Place> {
    let (function, pc) = fiber.position(program)?;
    Some((function, pc, fiber.depth()))
}

fn watched_line(program: &Program, function: FunctionId, pc: Pc, watch: &LineWatch) -> Option<u32> {
    let function = program.function(function);
    if !function.is_statement_start(pc) {
        return None;
    }
    let line = function.lines.line(pc);
    watch.lines.binary_search(&line).is_ok().then_some(line)
}
