//! The lanes as a picture: a scene on a canvas, and the colours that it is painted with.

mod easel;
mod gesture;
mod painter;
mod palette;
#[cfg(not(target_arch = "wasm32"))]
mod still;
mod strip;

pub(crate) use easel::{Easel, Picture, row_height, watch_size};
pub(crate) use gesture::Gesture;
pub(crate) use painter::AXIS_HEIGHT;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use still::still;
