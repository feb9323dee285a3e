//! Source text to program.
