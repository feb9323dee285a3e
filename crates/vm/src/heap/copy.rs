//! How a heap is copied: into a new one, or over one that nobody needs any more, which then keeps what both share already.

use std::sync::Arc;

use super::Heap;
use crate::{reuse, reuse_all};

impl Clone for Heap {
    fn clone(&self) -> Heap {
        Heap {
            permanent: self.permanent,
            chunks: self.chunks.clone(),
            free: self.free,
            keys: Arc::clone(&self.keys),
            tables: Arc::clone(&self.tables),
            bytes: self.bytes,
            largest: self.largest,
            grown: self.grown,
            collect_at: self.collect_at,
            registered: Arc::clone(&self.registered),
            realm: Arc::clone(&self.realm),
            has_shared: self.has_shared,
            stretch: self.stretch,
        }
    }

    fn clone_from(&mut self, source: &Heap) {
        // By name, so that a field that is added is not forgotten.
        let Heap {
            permanent,
            chunks,
            free,
            keys,
            tables,
            bytes,
            largest,
            grown,
            collect_at,
            registered,
            realm,
            has_shared,
            stretch,
        } = source;
        self.permanent = *permanent;
        reuse_all(&mut self.chunks, chunks);
        self.free = *free;
        reuse(&mut self.keys, keys);
        reuse(&mut self.tables, tables);
        self.bytes = *bytes;
        self.largest = *largest;
        self.grown = *grown;
        self.collect_at = *collect_at;
        reuse(&mut self.registered, registered);
        reuse(&mut self.realm, realm);
        self.has_shared = *has_shared;
        self.stretch = *stretch;
    }
}
