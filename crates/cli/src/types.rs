//! `lanes types`: the declarations of what a program finds beside the language, for editors and compilers outside of the
//! page. Owns nothing but the printing; a test of the whole compares the declarations with the engine.

use std::io::Write;

use crate::exit::{Exit, Failure};

/// lanes.d.ts: the file that the page's editor completes from, too.
const DECLARATIONS: &str = include_str!("../lanes.d.ts");

/// Print lanes.d.ts, the types of the globals
#[derive(clap::Args)]
pub(crate) struct Args {}

/// Carries the command out.
pub(crate) fn run(_args: &Args, out: &mut dyn Write) -> Result<Exit, Failure> {
    out.write_all(DECLARATIONS.as_bytes()).map_err(Failure::Output)?;
    Ok(Exit::Fine)
}
