//! The check over every interleaving. Owns what the page asks of a worker ([`ProofRequest`]), the work itself in slices
//! ([`ProofWorker`]), what comes back ([`ProofMessage`]), and what the page knows of it meanwhile. Finds nothing itself:
//! a lesson's checks are the grader's, a program's the checker's.

mod message;
mod odds;
mod panel;
mod report;
#[cfg(test)]
mod tests;
mod worker;

pub use message::{
    CheckReport, FindingReport, Nudges, OddsReport, ProofMessage, ProofProgress, ProofReport, ProofRequest, ProofStage,
    Subject,
};
pub(crate) use panel::{Panel, Status};
pub use worker::ProofWorker;
