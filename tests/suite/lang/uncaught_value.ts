console.log("x");
throw { code: 3, why: "object" };
//= x
//! { code: 3, why: 'object' }
