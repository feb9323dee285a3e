//! Proof and counterexample.
