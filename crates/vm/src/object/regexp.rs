//! A regular expression as an object holds it.
//!
//! Owns what two of them are compared by: their text. Matching is the engine's.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::Text;

/// A compiled regular expression.
#[derive(Clone, Debug)]
pub struct RegExp {
    /// The pattern as it was given.
    pub source: Text,
    /// What was made of it and of the flags.
    pub program: Arc<regexp::Program>,
}

impl RegExp {
    /// The flags.
    #[must_use]
    pub fn flags(&self) -> regexp::Flags {
        self.program.flags()
    }

    /// As a literal.
    #[must_use]
    pub fn to_display(&self) -> String {
        let source = regexp::escaped_source(&self.source.to_units());
        format!("/{}/{}", String::from_utf16_lossy(&source), self.flags())
    }
}

impl PartialEq for RegExp {
    fn eq(&self, other: &RegExp) -> bool {
        self.source == other.source && self.flags() == other.flags()
    }
}

impl Eq for RegExp {}

impl Hash for RegExp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.source.hash(state);
        self.flags().hash(state);
    }
}
