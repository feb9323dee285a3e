//! The lanes as a picture: a scene on a canvas, and the colours that it is painted with.

mod easel;
mod gesture;
mod painter;
mod palette;
mod strip;

pub(crate) use easel::{Easel, Picture, row_height, watch_size};
pub(crate) use gesture::Gesture;
pub(crate) use painter::AXIS_HEIGHT;
