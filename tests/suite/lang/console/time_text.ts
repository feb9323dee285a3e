// What is printed of time is Node's format; a label that is not there is told on standard error.
console.time();
console.time("twice");
console.time("twice");
console.timeEnd("nobody");
console.timeLog("nobody", 1);
console.log(typeof console.timeEnd("nobody"));
//= undefined
