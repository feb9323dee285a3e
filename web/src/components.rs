//! The components, by place. Each shows one slice of the view model and emits actions; none keeps a rule.

mod app;
mod badge;
mod banners;
mod button;
mod card;
mod checks;
mod code;
mod console;
mod course;
mod dialog;
mod dispatch;
mod editor;
mod events;
mod goal;
mod header;
mod help;
mod hints;
mod icon;
mod keys;
mod lane_legend;
mod lane_list;
mod lane_search;
mod lanes_canvas;
mod lanes_input;
mod lanes_panel;
mod lesson;
mod machine;
mod measures;
mod media;
mod narration;
mod objects;
mod overview;
mod page;
mod painting;
mod palette;
mod places;
mod problems;
mod proof;
mod question;
mod scrub;
mod share;
mod splitter;
mod stage;
mod tabs;
mod toast;
mod tools;
mod variables;
mod view_menu;
mod words;

pub(crate) use app::{App, AppProps};
// For the first frame, which is made of the same parts as the app.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use {dispatch::Dispatch, page::Page, toast::Toast};
