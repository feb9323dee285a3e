//! What the run amounts to in numbers.

use timeline::FigureGroup;
use world::ObjectId;

/// The measures at the cursor.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct MeasuresView {
    /// The whole run.
    pub run: Vec<FigureGroup>,
    /// The objects that were used, in the order of their construction.
    pub objects: Vec<ObjectMeasures>,
}

/// The measures of one object.
#[derive(Clone, PartialEq, Debug)]
pub struct ObjectMeasures {
    /// The object.
    pub object: ObjectId,
    /// Its name.
    pub name: String,
    /// Its class.
    pub class: &'static str,
    /// The two or three figures that say most, in one line.
    pub summary: String,
    /// All of them.
    pub groups: Vec<FigureGroup>,
}
