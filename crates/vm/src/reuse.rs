//! Going back to shared data.
//!
//! Owns the one question behind copying over what is there already: is it the same allocation? Equal data in two
//! allocations is none of its business.

use std::sync::Arc;

/// Makes a pointer share what another one points at. Costs nothing if it does already.
#[inline]
pub fn reuse<T: ?Sized>(pointer: &mut Arc<T>, source: &Arc<T>) {
    if !Arc::ptr_eq(pointer, source) {
        *pointer = Arc::clone(source);
    }
}

/// The same for each of a list.
#[inline]
pub fn reuse_all<T>(pointers: &mut Vec<Arc<T>>, source: &[Arc<T>]) {
    pointers.truncate(source.len());
    for (pointer, source) in pointers.iter_mut().zip(source) {
        reuse(pointer, source);
    }
    pointers.extend_from_slice(&source[pointers.len()..]);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::reuse_all;

    #[test]
    fn lists_of_any_length_share_everything_afterwards() {
        let all: Vec<Arc<u32>> = (0..4).map(Arc::new).collect();
        for from in 0..4 {
            for to in 0..4 {
                let mut pointers = all[..from].to_vec();
                if let Some(changed) = pointers.first_mut() {
                    *changed = Arc::new(9);
                }
                reuse_all(&mut pointers, &all[..to]);
                assert_eq!(pointers.len(), to);
                assert!(pointers.iter().zip(&all).all(|(a, b)| Arc::ptr_eq(a, b)));
            }
        }
        assert!(
            all.iter().all(|pointer| Arc::strong_count(pointer) == 1),
            "nothing else is kept"
        );
    }
}
