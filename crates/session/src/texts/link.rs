//! What the session says in its part `link`.

pub(crate) const IT_WAS_MADE_BY_A_NEWER: &str = "it was made by a newer version of this page";
pub(crate) const IT_IS_LARGER_THAN_ANY_LINK: &str = "it is larger than any link that this page makes";
pub(crate) const IT_IS_DAMAGED_PERHAPS_CUT_OFF: &str = "it is damaged, perhaps cut off on its way";
pub(crate) const IT_IS_DAMAGED_AND_ONLY_ITS: &str = "it is damaged, and only its program could be read";
pub(crate) const ITS_CANNOT_BE_READ: &str = "its {} cannot be read";
pub(crate) const TOO_LONG: &str = "the link would have {} characters, and {} are the most that can be opened";
