//! The style sheets, written as several files, loaded as one: nothing is on screen before the last of them has arrived, and
//! each costs a request.

use std::path::Path;

use super::fingerprinted;
use crate::failure::{Context, Outcome, fail};

/// The page with one link in the place of its style sheets, whose files give way to one.
pub(super) fn in_one(html: &str, stage: &Path) -> Outcome<String> {
    let links: Vec<&str> = html
        .match_indices("<link")
        .filter_map(|(at, _)| Some(&html[at..=at + html[at..].find('>')?]))
        .filter(|link| link.contains("rel=\"stylesheet\""))
        .collect();
    let Some(first) = links.first() else {
        return fail("the page has no style sheet");
    };
    let mut all = String::new();
    for link in &links {
        let Some(name) = href(link) else {
            return fail(format!("a style sheet without an address: {link}"));
        };
        let path = stage.join(name);
        all += &std::fs::read_to_string(&path).context(|| path.display().to_string())?;
        std::fs::remove_file(&path).context(|| path.display().to_string())?;
    }
    let name = fingerprinted("styles.css", all.as_bytes());
    let path = stage.join(&name);
    std::fs::write(&path, all).context(|| path.display().to_string())?;
    let one = format!("<link rel=\"stylesheet\" href=\"./{name}\">");
    let rest = links[1..]
        .iter()
        .fold(html.to_string(), |html, link| html.replacen(link, "", 1));
    Ok(rest.replacen(first, &one, 1))
}

fn href(link: &str) -> Option<&str> {
    let (_, rest) = link.split_once("href=\"")?;
    let (address, _) = rest.split_once('"')?;
    Some(address.trim_start_matches("./"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheets_are_joined_in_their_order() {
        let stage = std::env::temp_dir().join(format!("lanes-styles-{}", std::process::id()));
        std::fs::create_dir_all(&stage).expect("a folder");
        std::fs::write(stage.join("a.css"), "a{}").expect("a file");
        std::fs::write(stage.join("b.css"), "b{}").expect("a file");
        let page = "<head><link rel=\"stylesheet\" href=\"./b.css\"><link rel=\"icon\" href=\"./i.svg\"><link rel=\"stylesheet\" href=\"./a.css\" /></head>";
        let html = in_one(page, &stage).expect("a page");
        let name = fingerprinted("styles.css", b"b{}a{}");
        let expected =
            format!("<head><link rel=\"stylesheet\" href=\"./{name}\"><link rel=\"icon\" href=\"./i.svg\"></head>");
        assert_eq!(html, expected);
        assert!(!stage.join("a.css").exists(), "a file that nothing names");
        std::fs::remove_dir_all(&stage).expect("the folder goes");
        assert!(in_one("<head></head>", &stage).is_err());
    }
}
