//! Tests of going forward and back.
