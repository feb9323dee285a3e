//! What the list of example programs says.

pub(crate) const EXAMPLES: &str = "Examples";
pub(crate) const EACH_OPENS_IN_THE_PLAYGROUND: &str =
    "Each opens in the playground, in the model named beside it. What you have there is kept.";
pub(crate) const LOADING: &str = "On their way…";
pub(crate) const CLOSE: &str = "Close";
