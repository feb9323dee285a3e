//! Every sentence that the session says by itself, by part: the catalogue for whoever translates it. What the page says is
//! `web`'s, what a run did is told by `timeline`, what a check found by `checker`.

pub(crate) mod cards;
pub(crate) mod commands;
pub(crate) mod compare;
pub(crate) mod drive;
pub(crate) mod driver;
pub(crate) mod examples;
pub(crate) mod files;
pub(crate) mod glossary;
pub(crate) mod history;
pub(crate) mod inspect;
pub(crate) mod lanes;
pub(crate) mod link;
pub(crate) mod look;
pub(crate) mod measures;
pub(crate) mod message;
pub(crate) mod notes;
pub(crate) mod place;
pub(crate) mod proof;
pub(crate) mod prove;
pub(crate) mod report;
pub(crate) mod run;
pub(crate) mod session;
pub(crate) mod share;
pub(crate) mod stored;
pub(crate) mod system;
pub(crate) mod waits;
pub(crate) mod words;
pub(crate) mod worker;

pub(crate) use timeline::fill;
