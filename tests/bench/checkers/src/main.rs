//! `lanes-checkers TOOL PROGRAM SECONDS`: lets one of the field's checkers look at one of the benchmark's programs, for so
//! many seconds at most, and prints one line of JSON: what it found, after how much, in what time.
//!
//! A process for each, because a checker may take the process with it: loom panics twice on a deadlock. What it had
//! done by then is printed by the panic hook.

mod explored;
mod machines;
mod threads;

use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [tool, program, seconds] = arguments.as_slice() else {
        eprintln!("usage: lanes-checkers loom|shuttle|stateright PROGRAM SECONDS");
        return ExitCode::from(2);
    };
    let Ok(seconds) = seconds.parse().map(Duration::from_secs) else {
        eprintln!("{seconds}: not a number of seconds");
        return ExitCode::from(2);
    };
    let is_known = match tool.as_str() {
        "loom" => threads::with_loom(program, seconds),
        "shuttle" => threads::with_shuttle(program, seconds),
        "stateright" => machines::with_stateright(program, seconds),
        _ => false,
    };
    if !is_known {
        eprintln!("{tool} has no program {program}");
        return ExitCode::from(2);
    }
    ExitCode::SUCCESS
}
