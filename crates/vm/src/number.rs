//! Numbers to text and back (ECMA-262 section 6.1.6.1.20 and its neighbours).
