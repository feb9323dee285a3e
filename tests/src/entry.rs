//! The core behind functions of text: what `wasm/main.rs` offers natively as a command and in wasm as exports. Owns the
//! shape of these calls, and nothing of what happens in them.

/// A 64-bit FNV-1a of the text, in hexadecimal: says whether text crosses both boundaries unharmed.
pub fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
