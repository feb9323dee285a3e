//! `cargo xtask bench`: the rates of the core and the sizes of what ships. Prints numbers, judges none: the budgets are
//! held by `cargo xtask test`.

use crate::failure::{Outcome, fail};
use crate::{build, sizes};

/// Builds the page for release and prints what it weighs.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    if let Some(argument) = arguments.first() {
        return fail(format!("`cargo xtask bench` takes no `{argument}`"));
    }
    build::release()?;
    sizes::print(&sizes::measure()?);
    Ok(())
}
