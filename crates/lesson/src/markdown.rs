//! Lesson prose to HTML. It owns what Markdown may do in a lesson: no raw HTML, no script behind a link, no picture from
//! another host; and the split of `lesson.md` into its sections. It does not know which sections a lesson must have.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// One `## Heading` with what follows it, or (without a heading) what stands before the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The heading's text; `None` for what stands before the first heading.
    pub(crate) heading: Option<String>,
    /// The byte offset of the heading in the Markdown.
    pub(crate) offset: usize,
    /// The prose in HTML.
    pub(crate) html: String,
}

/// Markdown to HTML.
pub(crate) fn to_html(markdown: &str) -> String {
    render(Parser::new_ext(markdown, options()))
}

/// Markdown in one paragraph to HTML without the enclosing `<p>`.
pub(crate) fn to_inline_html(markdown: &str) -> String {
    let html = to_html(markdown);
    let inner = html
        .trim()
        .strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>"));
    inner
        .filter(|inner| !inner.contains("<p>"))
        .unwrap_or(html.trim())
        .to_owned()
}

/// The parts of a lesson. Code blocks that contain `## ` are code, not headings.
pub(crate) fn split(markdown: &str) -> Vec<Part> {
    let mut parts = vec![Part {
        heading: None,
        offset: 0,
        html: String::new(),
    }];
    let mut events = Vec::new();
    let mut heading: Option<Part> = None;
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        if let Some(mut part) = heading.take() {
            match event {
                Event::End(TagEnd::Heading(_)) => parts.push(part),
                Event::Text(piece) | Event::Code(piece) => {
                    part.heading.get_or_insert_default().push_str(&piece);
                    heading = Some(part);
                }
                _ => heading = Some(part),
            }
        } else if matches!(
            event,
            Event::Start(Tag::Heading {
                level: HeadingLevel::H2,
                ..
            })
        ) {
            finish(&mut parts, &mut events);
            heading = Some(Part {
                heading: Some(String::new()),
                offset: range.start,
                html: String::new(),
            });
        } else {
            events.push(event);
        }
    }
    finish(&mut parts, &mut events);
    parts
}

fn finish<'a>(parts: &mut [Part], events: &mut Vec<Event<'a>>) {
    if let Some(part) = parts.last_mut() {
        part.html = render(events.drain(..));
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

fn render<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let mut out = String::new();
    html::push_html(&mut out, events.map(harmless));
    out
}

/// Raw HTML becomes the text that it is, so that a lesson from elsewhere cannot inject anything.
fn harmless(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: checked(dest_url, is_safe_link),
            title,
            id,
        }),
        Event::Start(Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Image {
            link_type,
            dest_url: checked(dest_url, is_local),
            title,
            id,
        }),
        other => other,
    }
}

fn checked<'a>(destination: CowStr<'a>, is_fine: fn(&str) -> bool) -> CowStr<'a> {
    if is_fine(&destination) {
        destination
    } else {
        CowStr::Borrowed("#")
    }
}

fn is_safe_link(destination: &str) -> bool {
    destination.starts_with("https://") || destination.starts_with("http://") || is_local(destination)
}

/// Neither a scheme nor a host: a place inside the page's own folder.
fn is_local(destination: &str) -> bool {
    let first = destination.split(['/', '?', '#']).next().unwrap_or_default();
    !first.contains(':') && !destination.starts_with("//") && !destination.contains('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_shown_as_text() {
        let html = to_html("Hello <b onclick=x>you</b>\n\n<script>alert(1)</script>\n");
        assert!(!html.contains("<script") && !html.contains("<b "), "{html}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }

    #[test]
    fn links_lead_to_pages_and_pictures_stay_at_home() {
        assert!(to_html("[a](https://example.org/x)").contains("href=\"https://example.org/x\""));
        assert!(to_html("[a](javascript:alert(1))").contains("href=\"#\""));
        assert!(to_html("[a](JaVaScRiPt:alert(1))").contains("href=\"#\""));
        assert!(to_html("![a](https://example.org/x.png)").contains("src=\"#\""));
        assert!(to_html("![a](//example.org/x.png)").contains("src=\"#\""));
        assert!(to_html("![a](lanes.svg)").contains("src=\"lanes.svg\""));
    }

    #[test]
    fn headings_inside_code_do_not_split() {
        let parts =
            split("intro\n\n## Predict: *what* now?\n\none\n\n```ts\n## Run\n```\n\n## Run\n\n### Detail\n\ntwo\n");
        let headings: Vec<_> = parts.iter().map(|part| part.heading.as_deref()).collect();
        assert_eq!(headings, [None, Some("Predict: what now?"), Some("Run")]);
        assert_eq!(parts[0].html, "<p>intro</p>\n");
        assert!(parts[1].html.starts_with("<p>one</p>") && parts[1].html.contains("## Run"));
        assert!(parts[2].html.contains("<h3>Detail</h3>") && parts[2].html.contains("two"));
        assert_eq!(parts[1].offset, 7);
    }

    #[test]
    fn a_lesson_that_starts_with_a_heading_has_an_empty_introduction() {
        let parts = split("## Predict\n\none\n");
        assert_eq!(parts.len(), 2);
        assert_eq!((parts[0].html.as_str(), parts[1].offset), ("", 0));
    }

    #[test]
    fn one_paragraph_goes_without_its_tags() {
        assert_eq!(to_inline_html("Is `x` *safe*?"), "Is <code>x</code> <em>safe</em>?");
        assert!(to_inline_html("one\n\ntwo").starts_with("<p>one</p>"));
    }
}
