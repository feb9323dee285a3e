//! What only shows in runs that never end, judged by reachability alone.

use crate::naive::{Naive, Shortest};

/// Fewest steps into the first of each kind.
pub(crate) fn shortest(_naive: &Naive) -> Shortest {
    Shortest::new()
}
