//! Tests of the whole session without a browser.
