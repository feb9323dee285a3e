//! `lanes trace`: one run as a log for other programs.

use std::io::Write;

use timeline::Meter;
use world::{Detail, Log, Scheduler, World};

use crate::drive::drive;
use crate::ending;
use crate::exit::{Exit, Failure};
use crate::input::Source;
use crate::machine::{Machine, Order};
use crate::measures;

/// Run a program and print everything that happened
#[derive(clap::Args)]
#[command(after_help = "\
Each line of `events` is: step, virtual time, #task, Lline of the program, what happened.

Example:
  lanes trace race.ts --model threads --format events | grep wrote")]
pub(crate) struct Args {
    /// The program; `-` for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The form of the log
    #[arg(long, value_enum, default_value_t = Format::Events)]
    format: Format,
    #[command(flatten)]
    order: Order,
    #[command(flatten)]
    machine: Machine,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One line for each event
    Events,
    /// Waits, holds, use, throughput and their curves over virtual time, as JSON
    Measures,
}

/// Carries the command out.
pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<Exit, Failure> {
    let source = Source::read(&args.file)?;
    let compiled = source.compile(&args.machine.overrides)?;
    let (policy, setup) = args.order.policy(args.machine.for_run(&compiled))?;
    let mut log = Log::new(Detail::Everything);
    let mut world = World::new(compiled.program, setup, &mut log);
    let mut scheduler = Scheduler::new(policy);
    let mut meter = Meter::new();
    let stop = drive(
        &mut world,
        &mut scheduler,
        args.order.max_steps,
        &mut log,
        |events| match args.format {
            Format::Events => events.iter().try_for_each(|event| writeln!(out, "{event}")),
            Format::Measures => {
                meter.extend(events);
                Ok(())
            }
        },
    )?;
    if args.format == Format::Measures {
        measures::json(&meter, out)?;
    }
    out.flush()?;
    ending::tell(&source, &world, stop)
}
