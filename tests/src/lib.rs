//! Data-driven suites and browser tests. Nothing here ships.
