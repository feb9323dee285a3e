//! An independent judge of the checker: it explores by plain steps, tells two states apart unless the whole worlds are
//! equal, and judges what it sees by its own rules. It must agree with the checker on every program of
//! `tests/suite/check` that is small enough, and on thousands of programs made at random: on the kinds of finding, on
//! their shortest lengths, and on the number of states up to renaming. `ORACLE_PROGRAMS=20000` makes more of them, and
//! `ORACLE_SEED=7` others.

mod compare;
mod fine;
mod guarded;
mod joins;
mod liveness;
mod naive;
mod objects;
mod random;
mod suite;
