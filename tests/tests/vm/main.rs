//! The interpreter from outside: compiled programs, one fiber, and a host that answers nothing but `undefined`.

mod halts;
mod lost_update;
mod support;
mod visible;
