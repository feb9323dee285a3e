//! Events to scene.
