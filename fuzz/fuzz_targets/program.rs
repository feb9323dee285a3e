//! Parse, compile and run for bounded steps whatever the fuzzer makes up. Seeds are the programs of `tests/suite`:
//! `cargo +nightly fuzz run program fuzz/corpus/program tests/suite/lang tests/suite/world`.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    lanes_tests::bounded::run(source);
});
