//! The compiled program.
