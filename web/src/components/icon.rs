//! The few pictures on buttons. Owns their outlines; their colour is the text's.

use yew::prelude::{Html, Properties, component, html};

/// What a picture shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Run,
    Pause,
    Play,
    Step,
    Back,
    Start,
    Prove,
    Stop,
    Replay,
    Dice,
    Share,
    Left,
    Right,
    Search,
    Close,
    Pin,
    Down,
    Undo,
    Redo,
    Pen,
}

#[derive(PartialEq, Properties)]
pub(crate) struct IconProps {
    pub(crate) shape: Shape,
    #[prop_or("")]
    pub(crate) class: &'static str,
}

#[component]
pub(crate) fn Icon(props: &IconProps) -> Html {
    let path = match props.shape {
        Shape::Run | Shape::Play => "M4 2.5v11l9-5.5z",
        Shape::Pause => "M4 2.5h3v11H4zM9 2.5h3v11H9z",
        Shape::Step => "M3 2.5v11l7-5.5zM11 2.5h2v11h-2z",
        Shape::Back => "M13 2.5v11L6 8zM3 2.5h2v11H3z",
        Shape::Start => "M14 2.5v11L8.5 8zM8 2.5v11L2.5 8zM1 2.5h1.5v11H1z",
        Shape::Prove => {
            "M8 1 2.5 3v4.5c0 3.4 2.3 6 5.5 7.5 3.2-1.5 5.5-4.1 5.5-7.5V3zm-.9 10L4.3 8.2l1.2-1.2 1.6 1.6 3.5-3.5 1.2 1.2z"
        }
        Shape::Dice => "M2 2h12v12H2zm2 2v8h8V4zm.7.7h2v2h-2zm4.6 0h2v2h-2zM7 7h2v2H7zM4.7 9.3h2v2h-2zm4.6 0h2v2h-2z",
        Shape::Share => "M8 1l4 4-1.4 1.4L9 4.8V11H7V4.8L5.4 6.4 4 5zM2 9h2v4h8V9h2v6H2z",
        Shape::Left => "M10.5 2.5 12 4 8 8l4 4-1.5 1.5L5 8z",
        Shape::Right => "M5.5 2.5 4 4l4 4-4 4 1.5 1.5L11 8z",
        Shape::Search => {
            "M7 1.5a5.5 5.5 0 1 0 3.2 10l3.6 3.6 1.4-1.4-3.6-3.6A5.5 5.5 0 0 0 7 1.5zm0 2a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z"
        }
        Shape::Close => "M3.5 2 8 6.5 12.5 2 14 3.5 9.5 8l4.5 4.5-1.5 1.5L8 9.5 3.5 14 2 12.5 6.5 8 2 3.5z",
        Shape::Pin => "M5 1h6v1.5l-1 .7V7l2 2v1.5H8.8V15H7.2v-4.5H4V9l2-2V3.2l-1-.7z",
        Shape::Down => "M2.5 5.5 4 4l4 4 4-4 1.5 1.5L8 11z",
        Shape::Undo => "M6 2.2v2.9h3.2a4.4 4.4 0 0 1 0 8.8H5v-2h4.2a2.4 2.4 0 0 0 0-4.8H6V10L2 6.1z",
        Shape::Redo => "M10 2.2v2.9H6.8a4.4 4.4 0 0 0 0 8.8H11v-2H6.8a2.4 2.4 0 0 1 0-4.8H10V10l4-3.9z",
        Shape::Pen => "M11.3 1.6 14.4 4.7 5.3 13.8 1.6 14.4l.6-3.7zM11.3 3.9 4 11.2l-.2 1 1-.2 7.3-7.3z",
        Shape::Stop => "M3.5 3.5h9v9h-9z",
        Shape::Replay => "M8 3V.8L4.2 4 8 7.2V5a4 4 0 1 1-4 4H2a6 6 0 1 0 6-6z",
    };
    html! { <svg class={props.class} viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}
