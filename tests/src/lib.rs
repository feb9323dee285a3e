//! Data-driven suites and browser tests. Nothing here ships.
//!
//! The library holds what the suites share: [`entry`], the calls that must answer alike natively and in wasm, [`rates`],
//! the work that benchmarks count, [`stage`], the app over long runs, and [`bounded`], what fuzzing calls.

pub mod bounded;
pub mod entry;
pub mod rates;
pub mod stage;
