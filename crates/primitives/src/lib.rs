//! Synchronisation primitives as state machines.
