//! The lessons. Owns fetching the course that was built with the page; what a course is made of is the session's.

use session::Course;

use super::files;

/// Asks for the course now, and says later what came, or why nothing did.
pub(crate) fn load() -> impl Future<Output = Result<Course, String>> {
    let reading = files::address_of("lanes-lessons").map(|address| files::read(&address));
    async move {
        let text = reading?.await?;
        serde_json::from_str(&text).map_err(|error| format!("their file could not be read: {error}"))
    }
}
