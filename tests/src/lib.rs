//! Data-driven suites and browser tests. Nothing here ships.
//!
//! The library holds what the suites share: [`entry`], the calls that must answer alike natively and in wasm.

pub mod entry;
