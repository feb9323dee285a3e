//! The course and lesson format.
