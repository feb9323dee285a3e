//! The page's first frame. Owns having it made by the page's own program, built natively, and where it stands in the page.
//! What it looks like is `web/src/first_frame.rs`, when it is shown `web/boot/first.ts`.

use std::path::Path;

use crate::failure::{Outcome, fail};
use crate::shell::Shell;

const PLACE: &str = "<div id=\"first-frame\"></div>";
const FACTS: &str = "<meta name=\"lanes-first\" content=\"\"";

/// The first frame of a course: a line of JSON with what the scripts are told, then the picture.
pub(super) fn make(course: &Path) -> Outcome<String> {
    let build = "--quiet --package web --bin app";
    // Built by itself: what the compiler says belongs on the screen.
    Shell::cargo().words("build").words(build).run()?;
    Shell::cargo().words("run").words(build).input(course).read()
}

/// The page with the picture in its place, and what the scripts are told of it in the head.
pub(super) fn put_in(html: &str, frame: &str) -> Outcome<String> {
    if !html.contains(PLACE) || !html.contains(FACTS) {
        return fail("web/index.html has no place for the first frame, or no empty meta element `lanes-first`");
    }
    let Some((facts, picture)) = frame.trim().split_once('\n') else {
        return fail("the first frame is not what web/src/first_frame.rs makes");
    };
    let facts = facts.replace('&', "&amp;").replace('"', "&quot;");
    let told = html.replace(FACTS, &format!("<meta name=\"lanes-first\" content=\"{facts}\""));
    Ok(told.replace(PLACE, &format!("<div id=\"first-frame\">{picture}</div>")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_and_the_facts_are_put_where_they_belong() {
        let page = format!("<head>{FACTS}></head><body>{PLACE}</body>");
        let frame = "{\"key\":\"a&b\"}\n<p title=\"a\">1 &lt; 2\n</p>\n";
        let html = put_in(&page, frame).expect("a page");
        let expected = "content=\"{&quot;key&quot;:&quot;a&amp;b&quot;}\"></head><body><div id=\"first-frame\"><p title=\"a\">1 &lt; 2\n</p></div>";
        assert!(html.contains(expected), "{html}");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let page = format!("{FACTS}{PLACE}");
        assert!(put_in(&page, "<p></p>").is_err());
        assert!(put_in("<html>", "{}\n<p></p>").is_err());
    }
}
