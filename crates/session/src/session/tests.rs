//! Tests of the whole session without a browser: every action, with the real compiler, world, checker and lessons behind it.

mod cards;
mod commands;
mod driving;
mod examples;
mod failure;
mod inspect;
mod layout;
mod lesson;
mod look;
mod property;
mod settling;
mod share;
mod shell;
mod steering;

use shell::Shell;
