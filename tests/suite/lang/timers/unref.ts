// A timer that was unref'd happens as long as something else keeps the run alive.
const watch = setInterval(() => console.log("watch"), 40);
watch.unref();
console.log(watch.hasRef());
setTimeout(() => console.log("work 1"), 60);
setTimeout(() => console.log("work 2"), 140);
setTimeout(() => console.log("never"), 1000).unref();
const revived = setTimeout(() => console.log("revived"), 185).unref();
revived.ref();
const immediate = setImmediate(function () {
  console.log("immediate", this === immediate, immediate.hasRef());
});
console.log(immediate.hasRef(), immediate.constructor.name, immediate.unref().hasRef(), immediate.ref().hasRef());
export {};
//= false
//= true Immediate false true
//= immediate true false
//= watch
//= work 1
//= watch
//= watch
//= work 2
//= watch
//= revived
