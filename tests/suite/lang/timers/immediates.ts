// Immediates have a phase of their own: after the timers that are due, with microtasks between them, and those that
// are set during the phase wait for the next turn.
setTimeout(() => {
  console.log("timer 1");
  setTimeout(() => console.log("timer from timer"), 30);
  setImmediate(() => {
    console.log("immediate A");
    Promise.resolve().then(() => console.log("micro after A"));
    setImmediate(() => console.log("immediate of the next turn"));
    queueMicrotask(() => queueMicrotask(() => console.log("deeper micro after A")));
  });
  setImmediate((...args) => console.log("immediate B", args), 1, "two");
  const cleared = setImmediate(() => console.log("never"));
  clearImmediate(cleared);
  const later = setImmediate(() => console.log("never, cleared by C"));
  queueMicrotask(() => console.log("micro of the timer"));
  setImmediate(() => console.log("immediate D"));
  Promise.resolve().then(() => clearImmediate(later));
}, 1);

setTimeout(async () => {
  console.log("async begins");
  await new Promise((resolve) => setImmediate(resolve, 7)).then((x) => console.log("resolved by an immediate with", x));
  let turns = 0;
  const turn = () => {
    if (++turns < 5) setImmediate(turn);
    else console.log("turns", turns);
  };
  setImmediate(turn);
  setImmediate(() => clearImmediate(undefined));
  await null;
  console.log("async ends");
}, 60);

try {
  setImmediate(5);
} catch (error) {
  console.log(error.name);
}
console.log(typeof setImmediate, setImmediate.name, typeof clearImmediate);
//= TypeError
//= function setImmediate function
//= timer 1
//= micro of the timer
//= immediate A
//= micro after A
//= deeper micro after A
//= immediate B [ 1, 'two' ]
//= immediate D
//= immediate of the next turn
//= timer from timer
//= async begins
//= resolved by an immediate with 7
//= async ends
//= turns 5
