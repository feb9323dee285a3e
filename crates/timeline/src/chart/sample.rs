//! Curves and the points of them that are drawn. Owns that several curves share their places, and that thinning keeps peaks.

/// A number as it changed. Places never go back.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Curve {
    pub(super) name: String,
    points: Vec<(f64, Option<f64>)>,
}

impl Curve {
    pub(super) fn new(name: &str) -> Curve {
        Curve {
            name: name.to_owned(),
            points: Vec::new(),
        }
    }

    /// From `x` on it is `value`.
    pub(super) fn push(&mut self, x: f64, value: Option<f64>) {
        match self.points.last_mut() {
            Some(last) if last.1 == value => {}
            // Only what it is at the end of a place can be seen.
            Some(last) if last.0 == x => last.1 = value,
            Some(_) | None => self.points.push((x, value)),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// Whether it is ever another than at its beginning.
    pub(super) fn changes(&self) -> bool {
        self.points.len() > 1
    }

    /// Whether it is nothing from its beginning to its end.
    pub(super) fn is_zero(&self) -> bool {
        self.points
            .iter()
            .all(|&(_, value)| value.is_none_or(|value| value == 0.0))
    }

    /// What it is at a place.
    fn at(&self, x: f64) -> Option<f64> {
        let after = self.points.partition_point(|&(from, _)| from <= x);
        self.points[..after].last()?.1
    }

    /// The least and the most that it is from one place up to another, without the latter.
    fn range(&self, from: f64, to: f64) -> Option<(f64, f64)> {
        let first = self.points.partition_point(|&(x, _)| x <= from);
        let end = self.points.partition_point(|&(x, _)| x < to);
        let inside = self.points[first.min(end)..end].iter().filter_map(|&(_, value)| value);
        let all = self.at(from).into_iter().chain(inside);
        all.fold(None, |range: Option<(f64, f64)>, value| match range {
            Some((least, most)) => Some((least.min(value), most.max(value))),
            None => Some((value, value)),
        })
    }
}

/// The places at which any curve changes and the end, with each curve's values there; of too many, two in every stretch of
/// the same length: the least and then the most of it.
pub(super) fn thinned(curves: &[Curve], until: f64, points_max: usize) -> (Vec<f64>, Vec<Vec<Option<f64>>>) {
    let mut places: Vec<f64> = curves.iter().flat_map(|curve| &curve.points).map(|&(x, _)| x).collect();
    places.push(until);
    places.sort_by(f64::total_cmp);
    places.dedup();
    if places.len() <= points_max.max(2) {
        let values = curves.iter().map(|curve| places.iter().map(|&x| curve.at(x)).collect());
        let values = values.collect();
        return (places, values);
    }
    let (first, last) = (places[0], places[places.len() - 1]);
    let count = (points_max / 2).max(1);
    let width = (last - first) / count as f64;
    let starts: Vec<f64> = (0..count).map(|index| first + width * index as f64).collect();
    let mut places: Vec<f64> = starts.iter().flat_map(|&start| [start, start + width / 2.0]).collect();
    places.push(last);
    let of_curve = |curve: &Curve| {
        let ranges = starts.iter().map(|&start| curve.range(start, start + width));
        let mut values: Vec<Option<f64>> = ranges
            .flat_map(|range| [range.map(|(least, _)| least), range.map(|(_, most)| most)])
            .collect();
        values.push(curve.at(last));
        values
    };
    let values = curves.iter().map(of_curve).collect();
    (places, values)
}
