// Two requests side by side, each as long as it says; the clock moves only when nothing can run.
const started = Date.now();
const [slow, fast] = [io("database", 30, { rows: 2 }), io("cache", 5, "hit")];
console.log(await fast, Date.now() - started);
console.log((await slow).rows, Date.now() - started);
console.log(await io("nothing comes back", 0));
//= hit 5
//= 2 30
//= undefined
