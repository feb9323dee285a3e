//! Every word that the page says by itself, by component: the catalogue for whoever translates it. What the session says is
//! `session`'s, what a lesson says is the lesson's.

pub(crate) mod banners;
pub(crate) mod branches;
pub(crate) mod card;
pub(crate) mod checks;
pub(crate) mod choices;
pub(crate) mod code;
pub(crate) mod compare;
pub(crate) mod console;
pub(crate) mod course;
pub(crate) mod editor;
pub(crate) mod events;
pub(crate) mod examples;
pub(crate) mod explained;
pub(crate) mod gauges;
pub(crate) mod goal;
pub(crate) mod header;
pub(crate) mod help;
pub(crate) mod hints;
pub(crate) mod inspector;
pub(crate) mod lane_legend;
pub(crate) mod lane_list;
pub(crate) mod lane_search;
pub(crate) mod lanes_canvas;
pub(crate) mod lanes_panel;
pub(crate) mod lesson;
pub(crate) mod loop_chip;
pub(crate) mod loop_handles;
pub(crate) mod machine;
pub(crate) mod measures;
pub(crate) mod narration;
pub(crate) mod object_stop;
pub(crate) mod objects;
pub(crate) mod overview;
pub(crate) mod page;
pub(crate) mod palette;
pub(crate) mod places;
pub(crate) mod plot;
pub(crate) mod problems;
pub(crate) mod proof;
pub(crate) mod question;
pub(crate) mod scrub;
pub(crate) mod share;
pub(crate) mod shell;
pub(crate) mod splitter;
pub(crate) mod stage;
pub(crate) mod states;
pub(crate) mod step_menu;
pub(crate) mod system;
pub(crate) mod toast;
pub(crate) mod tools;
pub(crate) mod values;
pub(crate) mod variables;
pub(crate) mod view_menu;
pub(crate) mod waits;
pub(crate) mod words;
use std::fmt::Display;

/// A text with what belongs into its `{}`, in their order.
pub(crate) fn fill(text: &str, parts: &[&dyn Display]) -> String {
    let mut parts = parts.iter();
    let mut filled = String::new();
    for (index, piece) in text.split("{}").enumerate() {
        if index > 0
            && let Some(part) = parts.next()
        {
            filled.push_str(&part.to_string());
        }
        filled.push_str(piece);
    }
    filled
}
