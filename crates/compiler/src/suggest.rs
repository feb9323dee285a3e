//! "Did you mean": the nearest known name.
//!
//! Owns the distance between two names. Knows no scopes.

/// The candidate nearest to `name`, if one is near enough to be a slip of the finger.
pub(crate) fn nearest<'n>(name: &str, candidates: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let limit = if name.chars().count() < 4 { 1 } else { 2 };
    candidates
        .filter(|candidate| *candidate != name)
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= limit && distance < candidate.len().min(name.len()))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Edit distance with transpositions of neighbours, ignoring case (optimal string alignment).
fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().flat_map(char::to_lowercase).collect();
    let right: Vec<char> = right.chars().flat_map(char::to_lowercase).collect();
    if left.len().abs_diff(right.len()) > 2 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=right.len()).collect();
    for i in 1..=left.len() {
        let mut current = vec![i; right.len() + 1];
        for j in 1..=right.len() {
            let substitution = previous[j - 1] + usize::from(left[i - 1] != right[j - 1]);
            current[j] = substitution.min(previous[j] + 1).min(current[j - 1] + 1);
            if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                current[j] = current[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut previous, current);
    }
    previous[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let known = ["counter", "console", "spawn"];
        assert_eq!(nearest("conter", known.into_iter()), Some("counter"));
        assert_eq!(nearest("spwan", known.into_iter()), Some("spawn"));
        assert_eq!(nearest("Console", known.into_iter()), Some("console"));
        assert_eq!(nearest("total", known.into_iter()), None);
        assert_eq!(
            nearest("x", ["y"].into_iter()),
            None,
            "every short name is near every other"
        );
        assert_eq!(
            nearest("i", ["io"].into_iter()),
            None,
            "nothing of it is right for sure"
        );
    }
}
