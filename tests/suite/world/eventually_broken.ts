let box = null;
eventually("the box is full", () => box.length > 0);
await null;
//! the box is full: TypeError: Cannot read properties of null (reading 'length')
