//! One fiber over a borrowed heap.
