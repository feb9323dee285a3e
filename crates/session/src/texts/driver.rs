//! What the session says in its part `driver`.

pub(crate) const THE_REST_IS_MORE_THAN_OPENS: &str = "the rest is more than opens at once";
