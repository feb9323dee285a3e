//! The lessons. Owns fetching the course that was built with the page; what a course is made of is the session's.

use session::Course;

use super::files;

/// The course, or why there is none.
pub(crate) async fn load() -> Result<Course, String> {
    let address = files::address_of("lanes-lessons")?;
    let text = files::read(&address).await?;
    serde_json::from_str(&text).map_err(|error| format!("their file could not be read: {error}"))
}
