// Requests that wait for an async generator are answered in the turn in which it gets to them.
let tick = 0;
(async () => {
  for (; tick < 40; tick++) await null;
})();
const say = (name) => [(x) => console.log(name, x, "@", tick), (e) => console.log(name, "threw", e, "@", tick)];
async function* letters() {
  try {
    console.log("got", yield "a", "@", tick);
    console.log("got", yield "b", "@", tick);
    yield Promise.resolve("c");
  } finally {
    console.log("finally @", tick);
    await null;
    yield "d";
  }
}
const one = letters();
for (let i = 0; i < 6; i++) one.next(i).then(...say(`one ${i}`));
const two = letters();
two.next().then(...say("two next"));
two.return("r").then(...say("two return"));
two.next().then(...say("two next"));
two.throw("t").then(...say("two throw"));
two.return(Promise.resolve("late")).then(...say("two return"));
two.next().then(...say("two next"));
const three = letters();
three.return(Promise.reject("refused")).then(...say("three return"));
three.next().then(...say("three next"));
three.throw("t").then(...say("three throw"));
three.return(5).then(...say("three return"));
const four = (async function* () {
  four.next("inner").then(...say("four inner"));
  const got = yield 1;
  console.log("four got", got, "@", tick);
  return Promise.resolve(2);
})();
four.next("outer").then(...say("four outer"));
four.next("last").then(...say("four last"));
//= got 1 @ 1
//= four got inner @ 1
//= one 0 { value: 'a', done: false } @ 2
//= got 2 @ 2
//= two next { value: 'a', done: false } @ 2
//= finally @ 2
//= three return threw refused @ 2
//= three next { value: undefined, done: true } @ 2
//= three throw threw t @ 2
//= four outer { value: 1, done: false } @ 2
//= one 1 { value: 'b', done: false } @ 3
//= finally @ 3
//= three return { value: 5, done: true } @ 3
//= four inner { value: 2, done: true } @ 3
//= four last { value: undefined, done: true } @ 3
//= one 2 { value: 'c', done: false } @ 4
//= two return { value: 'd', done: false } @ 5
//= two next { value: 'r', done: true } @ 5
//= two throw threw t @ 5
//= one 3 { value: 'd', done: false } @ 6
//= one 4 { value: undefined, done: true } @ 6
//= one 5 { value: undefined, done: true } @ 6
//= two return { value: 'late', done: true } @ 6
//= two next { value: undefined, done: true } @ 6
