console.log("a");
const o = { code: 1 };
await null;
throw o;
//= a
//! { code: 1 }
