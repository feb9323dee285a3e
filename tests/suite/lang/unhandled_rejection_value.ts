console.log("start");
Promise.reject("just text");
setTimeout(() => console.log("never reached"), 10);
//= start
//! UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "just text".
