//! Tests of the mutex.
