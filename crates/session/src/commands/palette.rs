//! Finding a command by some of its letters. Owns what fits, what comes first, and which letters are shown as found.

use crate::ViewModel;
use crate::commands::{Command, commands};
use crate::order;

/// More than fit on a screen helps nobody.
const ROWS_MAX: usize = 60;
/// A query is a few words; what is longer was pasted by mistake.
const QUERY_MAX: usize = 80;

/// A letter at the beginning of a word, one right after the one before, one anywhere.
const WORD_START: i32 = 8;
const CONSECUTIVE: i32 = 9;
const ANYWHERE: i32 = 1;
/// What letters that were passed over cost, and how much they can cost at most.
const GAP: i32 = 1;
const GAP_MAX: i32 = 6;

/// A command that fits what was typed.
#[derive(Clone, PartialEq, Debug)]
pub struct PaletteRow {
    /// The command.
    pub command: Command,
    /// Its title in pieces, with whether each is what was typed.
    pub pieces: Vec<(String, bool)>,
    /// Whether it is here because it was used before.
    pub is_recent: bool,
}

/// The commands that fit, the best first. To nothing typed everything fits: then what was used last comes first.
#[must_use]
pub fn palette(view: &ViewModel, query: &str) -> Vec<PaletteRow> {
    let wanted: Vec<char> = query
        .chars()
        .take(QUERY_MAX)
        .filter(|each| !each.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let recent = |command: &Command| view.layout.recent.iter().position(|id| *id == command.id);
    let mut found: Vec<(i32, usize, PaletteRow)> = commands(view)
        .into_iter()
        .filter(|command| command.action.is_some())
        .filter_map(|command| {
            let (score, at) = fit(&wanted, &command.title)?;
            let used = recent(&command);
            let row = PaletteRow {
                pieces: pieces(&command.title, &at),
                is_recent: wanted.is_empty() && used.is_some(),
                command,
            };
            Some((score, used.unwrap_or(usize::MAX), row))
        })
        .collect();
    // What cannot be done now is found as well, with the reason, but not before what can.
    order::sort_by_key(&mut found, |(score, used, row)| {
        (!row.is_recent && row.command.why_not.is_some(), -score, *used)
    });
    found.into_iter().map(|(_, _, row)| row).take(ROWS_MAX).collect()
}

/// How well the letters fit in their order, and where they are, counted in characters; `None` if they do not.
fn fit(wanted: &[char], title: &str) -> Option<(i32, Vec<usize>)> {
    let letters: Vec<char> = title
        .chars()
        .map(|each| each.to_lowercase().next().unwrap_or(each))
        .collect();
    if wanted.is_empty() {
        return Some((0, Vec::new()));
    }
    // best[j]: the best way to have found the letters so far with the last one at `j`.
    let mut best: Vec<Option<(i32, Vec<usize>)>> = vec![None; letters.len()];
    for (number, letter) in wanted.iter().enumerate() {
        let mut next = vec![None; letters.len()];
        for (at, _) in letters.iter().enumerate().filter(|(_, each)| *each == letter) {
            let own = if starts_word(&letters, at) {
                WORD_START
            } else {
                ANYWHERE
            };
            next[at] = if number == 0 {
                Some((own - gap(at), vec![at]))
            } else {
                continued(&best[..at], at, own)
            };
        }
        best = next;
    }
    best.into_iter()
        .flatten()
        .max_by_key(|(score, at)| (*score, std::cmp::Reverse(at.clone())))
}

fn continued(before: &[Option<(i32, Vec<usize>)>], at: usize, own: i32) -> Option<(i32, Vec<usize>)> {
    let ways = before.iter().enumerate().filter_map(|(from, way)| {
        let (score, places) = way.as_ref()?;
        let passed = at - from - 1;
        let step = if passed == 0 {
            own.max(CONSECUTIVE)
        } else {
            own - gap(passed)
        };
        Some((score + step, places))
    });
    let (score, places) = ways.max_by_key(|(score, _)| *score)?;
    Some((score, places.iter().copied().chain([at]).collect()))
}

fn gap(passed: usize) -> i32 {
    i32::try_from(passed)
        .unwrap_or(GAP_MAX)
        .saturating_mul(GAP)
        .min(GAP_MAX)
}

fn starts_word(letters: &[char], at: usize) -> bool {
    at.checked_sub(1)
        .is_none_or(|before| !letters[before].is_alphanumeric())
}

/// The title cut where what was typed begins and ends.
fn pieces(title: &str, at: &[usize]) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for (index, letter) in title.chars().enumerate() {
        let is_found = at.binary_search(&index).is_ok();
        match pieces.last_mut() {
            Some((piece, found)) if *found == is_found => piece.push(letter),
            Some(_) | None => pieces.push((letter.to_string(), is_found)),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str, title: &str) -> Option<String> {
        let wanted: Vec<char> = query.chars().collect();
        let (_, at) = fit(&wanted, title)?;
        let marked = pieces(title, &at).into_iter();
        Some(
            marked
                .map(|(piece, is_found)| if is_found { format!("[{piece}]") } else { piece })
                .collect(),
        )
    }

    #[test]
    fn letters_are_found_where_they_mean_most() {
        assert_eq!(found("step", "One step back").as_deref(), Some("One [step] back"));
        assert_eq!(found("osb", "One step back").as_deref(), Some("[O]ne [s]tep [b]ack"));
        assert_eq!(
            found("th", "Theme: high contrast").as_deref(),
            Some("[Th]eme: high contrast")
        );
        assert_eq!(
            found("hc", "Theme: high contrast").as_deref(),
            Some("Theme: [h]igh [c]ontrast")
        );
        assert_eq!(found("pets", "One step"), None);
        assert_eq!(found("", "One step").as_deref(), Some("One step"));
        assert_eq!(found("é", "Écrire").as_deref(), Some("[É]crire"));
    }

    #[test]
    fn whole_words_are_better_than_scattered_letters() {
        let score = |query: &str, title: &str| fit(&query.chars().collect::<Vec<_>>(), title).map(|(score, _)| score);
        assert!(score("step", "One step") > score("step", "See the program"));
        assert!(score("run", "Run to the end") > score("run", "Rather unusual news"));
    }
}
