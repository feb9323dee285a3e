//! Lesson and source to grade.
