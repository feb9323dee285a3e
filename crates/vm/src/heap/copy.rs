//! How a heap is copied: into a new one, or over one that nobody needs any more, which then keeps what both share already.

use std::sync::Arc;

use super::{Chunk, Heap, Slot};
use crate::{Recycled, reuse};

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
            recycled: Recycled::default(),
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
            recycled: _,
        } = source;
        self.permanent = *permanent;
        self.recycled.share_all(&mut self.chunks, chunks);
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

impl Heap {
    /// Gives back the memory that was kept for further copies.
    pub fn let_go_of_spares(&mut self) {
        self.recycled.clear();
    }
}

impl Clone for Chunk {
    fn clone(&self) -> Chunk {
        Chunk {
            slots: self.slots.clone(),
            ..*self
        }
    }

    /// Most of what a chunk has is what another state of it has.
    fn clone_from(&mut self, source: &Chunk) {
        let Chunk {
            slots,
            shared,
            fresh,
            stretch,
        } = source;
        for (slot, source) in self.slots.iter_mut().zip(slots) {
            slot.clone_from(source);
        }
        self.shared = *shared;
        self.fresh = *fresh;
        self.stretch = *stretch;
    }
}

impl Clone for Slot {
    fn clone(&self) -> Slot {
        match self {
            Slot::Free { next } => Slot::Free { next: *next },
            Slot::Cell(cell) => Slot::Cell(cell.clone()),
            Slot::Text(text) => Slot::Text(text.clone()),
            Slot::Symbol(symbol) => Slot::Symbol(symbol.clone()),
            Slot::Object(object) => Slot::Object(Arc::clone(object)),
        }
    }

    fn clone_from(&mut self, source: &Slot) {
        match (&mut *self, source) {
            (Slot::Object(object), Slot::Object(source)) => reuse(object, source),
            (_, source) => *self = source.clone(),
        }
    }
}
