//! The components, by place. Each shows one slice of the view model and emits actions; none keeps a rule.

mod app;
mod badge;
mod banners;
mod button;
mod card;
mod checks;
mod code;
mod console;
mod narration;
mod course;
mod dispatch;
mod editor;
mod events;
mod goal;
mod header;
mod help;
mod hints;
mod icon;
mod keys;
mod lane_list;
mod lanes_canvas;
mod lanes_panel;
mod lesson;
mod machine;
mod objects;
mod page;
mod places;
mod problems;
mod proof;
mod question;
mod scrub;
mod stage;
mod tabs;
mod tools;
mod variables;

pub(crate) use app::App;
