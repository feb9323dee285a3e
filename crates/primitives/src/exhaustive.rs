//! Every state that a few actors can bring a primitive into.
