//! The lanes as a picture: a scene on a canvas, and the colours that it is painted with.

mod easel;
mod painter;
mod palette;

pub(crate) use easel::{Easel, row_height, watch_size};
pub(crate) use painter::AXIS_HEIGHT;
