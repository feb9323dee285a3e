//! A run for other programs: as a table, as a trace, as measures, as a picture.
//!
//! Owns the forms; each is a pure function of a timeline. They share how an event is told in three columns (`row`), how
//! steps and virtual time become one clock (`clock`), and how a text is written in JSON (`json`).

mod chrome;
mod clock;
mod json;
mod openmetrics;
mod otlp;
mod picture;
mod row;
mod table;
#[cfg(test)]
mod tests;

pub use chrome::chrome_trace;
pub use openmetrics::openmetrics;
pub use otlp::otlp;
pub use picture::{picture, whole_run};
pub use table::table;
