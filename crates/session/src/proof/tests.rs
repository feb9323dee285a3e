//! Tests of the check behind its messages.
