//! Tests of the semaphore.
