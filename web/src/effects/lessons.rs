//! The lessons and the examples. Owns fetching what was built with the page; what they are made of is the session's.

use serde::de::DeserializeOwned;
use session::{Course, Examples};

use super::files;

/// Asks for the course now, and says later what came, or why nothing did.
pub(crate) fn load() -> impl Future<Output = Result<Course, String>> {
    read("lanes-lessons")
}

/// The same for the examples.
pub(crate) fn examples() -> impl Future<Output = Result<Examples, String>> {
    read("lanes-examples")
}

fn read<T: DeserializeOwned>(meta: &str) -> impl Future<Output = Result<T, String>> + use<T> {
    let reading = files::address_of(meta).map(|address| files::read(&address));
    async move {
        let text = reading?.await?;
        serde_json::from_str(&text).map_err(|error| format!("their file could not be read: {error}"))
    }
}
