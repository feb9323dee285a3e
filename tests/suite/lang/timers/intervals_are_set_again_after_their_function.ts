// What the function itself sets for the same time comes first, and clearing it while it runs is enough.
let ticks = 0;
const interval = setInterval(() => {
  ticks++;
  console.log("tick", ticks);
  setTimeout(() => console.log("set by tick", ticks), 5);
  queueMicrotask(() => console.log("microtask of", ticks));
  if (ticks === 3) {
    clearInterval(interval);
    setTimeout(second, 20);
  }
}, 5);

function second() {
  let calls = 0;
  const numbered = setInterval(async () => {
    calls++;
    if (calls === 2) {
      clearInterval(+numbered);
      setTimeout(third, 20);
    }
    await null;
    console.log("async call", calls);
  }, 10);
}

function third() {
  let again = 0;
  const refreshed = setInterval(() => {
    again++;
    console.log("refreshed", again);
    refreshed.refresh();
    if (again === 2) refreshed.close();
  }, 10);
}
//= tick 1
//= microtask of 1
//= set by tick 1
//= tick 2
//= microtask of 2
//= set by tick 2
//= tick 3
//= microtask of 3
//= set by tick 3
//= async call 1
//= async call 2
//= refreshed 1
//= refreshed 2
