//! The `lanes` command: programs run, checked, traced and graded without a browser.
//!
//! Owns the command line, the files it names, what is printed where, and the exit codes. Data goes to standard output, notes
//! to standard error. It deliberately decides nothing about programs: that is done below, and the page shows the same.

mod check;
mod color;
mod drive;
mod ending;
mod exit;
mod grade;
mod input;
mod lessons;
mod link;
mod machine;
mod measures;
mod narrate;
mod run;
mod trace;
mod types;

use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use exit::{Exit, Failure};

const EXAMPLES: &str = "\
Examples:
  lanes run pool.ts                                 what the program prints, as Node would
  lanes run race.ts --policy random --seed 3        the same program with other luck
  lanes check race.ts --model threads               prove it over every interleaving, or show the shortest failure
  lanes run race.ts --schedule 'v1 model=threads ...'   replay what a check found
  lanes trace race.ts --format events               everything that happened, one line each
  lanes trace race.ts --format chrome > race.json   the same for Perfetto; also csv, otlp, openmetrics, svg
  lanes link race.ts --model threads                what to put behind the page's address to share it
  lanes grade fix-the-race mine.ts                  how a solution does in a lesson
  lanes types > lanes.d.ts                          the types of the globals, for your own editor

FILE may be `-` for standard input.

Exit codes:
  0  fine
  1  a finding: an uncaught error, a deadlock, a counterexample, a failed check
  2  usage: a wrong option, a file that cannot be read, a program that does not compile, a schedule that does not fit
  3  a limit was reached before there was an answer";

/// A playground for concurrency: run a program step by step, or check it over every interleaving.
#[derive(Parser)]
#[command(name = "lanes", version, about, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Run(run::Args),
    Check(check::Args),
    Trace(trace::Args),
    Grade(grade::Args),
    Link(link::Args),
    Lessons(lessons::Args),
    Types(types::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let result = match &cli.command {
        Command::Run(args) => run::run(args, &mut out),
        Command::Check(args) => check::run(args, &mut out),
        Command::Trace(args) => trace::run(args, &mut out),
        Command::Grade(args) => grade::run(args, &mut out),
        Command::Link(args) => link::run(args, &mut out),
        Command::Lessons(args) => lessons::run(args, &mut out),
        Command::Types(args) => types::run(args, &mut out),
    };
    let result = result.and_then(|exit| match io::Write::flush(&mut out) {
        Ok(()) => Ok(exit),
        Err(error) => Err(Failure::Output(error)),
    });
    match result {
        Ok(exit) => exit.into(),
        // Whoever read the output has seen enough (`lanes trace x.ts | head`).
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Fine.into(),
        Err(failure) => {
            eprintln!("lanes: {failure}");
            Exit::Usage.into()
        }
    }
}
