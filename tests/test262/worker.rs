//! A worker process: reads paths of tests, one a line, and answers each with a line. Owns that a panic becomes the
//! verdict of one test. A worker that dies or falls silent is replaced by the pool.

use std::cell::RefCell;
use std::io::{BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use crate::execute::Checkout;
use crate::verdict::Verdict;

thread_local! {
    /// Where and why the last panic happened.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Answers until there are no more questions.
pub(crate) fn serve(root: &Path) -> Result<(), String> {
    std::panic::set_hook(Box::new(|info| {
        PANIC.with(|panic| *panic.borrow_mut() = info.to_string());
    }));
    let checkout = Checkout { root: root.to_owned() };
    let mut output = std::io::stdout().lock();
    for path in std::io::stdin().lock().lines() {
        let path = path.map_err(|error| error.to_string())?;
        let verdict = catch_unwind(AssertUnwindSafe(|| checkout.run(&path)))
            .unwrap_or_else(|_| Verdict::Crashed(PANIC.with(RefCell::take)));
        writeln!(output, "{}", verdict.to_line()).map_err(|error| error.to_string())?;
        output.flush().map_err(|error| error.to_string())?;
    }
    Ok(())
}
