//! What page and checker say to each other. Owns the envelopes; what is in them is `session::proof`'s.

use serde::{Deserialize, Serialize};

/// Which build this is. Page and worker are two downloads, and a cache may hold on to one of them.
pub(crate) const BUILD: &str = env!("LANES_BUILD");

/// What the page wants of the worker.
#[derive(Serialize, Deserialize)]
pub(crate) struct ToWorker {
    /// Comes back with every reply.
    pub(crate) run_id: u32,
    /// What.
    pub(crate) order: Order,
}

/// Something to do.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Order {
    /// Make a proof: a `session::proof` request, as JSON.
    Begin(String),
    /// Let the proof that has met a limit go on.
    Resume,
    /// Say how the run with this schedule could go wrong.
    Nudge(String),
}

/// What the worker says.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FromWorker {
    /// It is there and can be asked.
    Ready {
        /// Which build it is.
        build: String,
    },
    /// How a proof goes.
    Proof {
        /// The proof.
        run_id: u32,
        /// A `session::proof` message, as JSON.
        message: String,
    },
    /// It cannot do what it was asked.
    Refused {
        /// Why.
        reason: String,
    },
}
