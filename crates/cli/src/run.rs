//! `lanes run`: one run, and nothing on standard output but what the program printed.

use std::io::Write;

use timeline::Meter;
use world::{ConsoleLevel, Detail, Event, EventKind, Log, Scheduler, World};

use crate::drive::drive;
use crate::ending;
use crate::exit::{Exit, Failure};
use crate::input::Source;
use crate::machine::{Machine, Order};
use crate::measures;

/// Run a program and print what it prints
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  lanes run hello.ts
  lanes run race.ts --model threads --policy random --seed 3
  lanes run pool.ts --measures
  echo 'console.log(6 * 7)' | lanes run -")]
pub(crate) struct Args {
    /// The program; `-` for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// Say on standard error what the run amounts to in numbers: waits, holds, use, throughput
    #[arg(long)]
    measures: bool,
    #[command(flatten)]
    order: Order,
    #[command(flatten)]
    machine: Machine,
}

/// Carries the command out.
pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<Exit, Failure> {
    let source = Source::read(&args.file)?;
    let compiled = source.compile(&args.machine.overrides)?;
    let (policy, setup) = args.order.policy(args.machine.for_run(&compiled))?;
    let mut log = Log::new(if args.measures {
        Detail::Everything
    } else {
        Detail::Console
    });
    let mut meter = Meter::new();
    let mut world = World::new(compiled.program, setup, &mut log);
    let mut scheduler = Scheduler::new(policy);
    let stop = drive(&mut world, &mut scheduler, args.order.max_steps, &mut log, |events| {
        if args.measures {
            meter.extend(events);
        }
        print(events, out)
    })?;
    out.flush()?;
    if args.measures {
        measures::table(&meter, &mut std::io::stderr().lock())?;
    }
    ending::tell(&source, &world, stop)
}

fn print(events: &[Event], out: &mut dyn Write) -> std::io::Result<()> {
    for event in events {
        if let EventKind::Printed { level, text } = &event.kind {
            match level {
                ConsoleLevel::Log => writeln!(out, "{text}")?,
                ConsoleLevel::Error => {
                    // The two streams may be one terminal: what came first stands first.
                    out.flush()?;
                    eprintln!("{text}");
                }
            }
        }
    }
    Ok(())
}
