// What `await`, `Promise.resolve` and `return` ask of a value, and when.
let tick = 0;
(async () => {
  for (; tick < 40; tick++) await null;
})();
const say = (...args) => console.log(...args, "@", tick);
const withConstructor = (name, get) => Object.defineProperty(Promise.resolve(name), "constructor", { get });
const asking = (name, value) => ({
  get then() {
    say("then of", name);
    return typeof value === "function" ? value : undefined;
  },
});
(async () => {
  const same = withConstructor("same", () => (say("constructor of same"), Promise));
  say("got", await same);
  const other = withConstructor("other", () => (say("constructor of other"), Object));
  say("got", await other);
  try {
    await withConstructor("broken", () => {
      throw "no constructor";
    });
  } catch (error) {
    say("caught", error);
  }
  say("got", typeof (await asking("an object")));
  say("got", await asking("a thenable", (resolve) => resolve(1)));
  try {
    await {
      get then() {
        throw "no then";
      },
    };
  } catch (error) {
    say("caught", error);
  }
  for await (const x of [withConstructor("first", () => (say("constructor of first"), Promise)), asking("second")]) {
    say("item", typeof x);
  }
  console.log("---");
  Promise.resolve(asking("a resolution", (resolve) => resolve(2))).then((x) => say("resolved", x));
  say("after Promise.resolve");
  const returned = (async () => asking("a result", (resolve) => resolve(3)))();
  say("after the call");
  say("got", await returned);
  Promise.all([asking("an item", (resolve) => resolve(4)), 5]).then((x) => say("all", x));
  say("after Promise.all");
  Promise.resolve()
    .then(() => asking("a handler's result", (resolve) => resolve(6)))
    .then((x) => say("handled", x));
  class Loud extends Promise {
    then(...args) {
      say("then of Loud");
      return super.then(...args);
    }
  }
  say("got", await Loud.resolve(7));
  say("got", await new Promise((resolve) => resolve(Loud.resolve(8))));
})();
//= constructor of same @ 0
//= got same @ 1
//= constructor of other @ 1
//= constructor of other @ 2
//= got other @ 4
//= caught no constructor @ 4
//= then of an object @ 4
//= got object @ 5
//= then of a thenable @ 5
//= got 1 @ 7
//= caught no then @ 8
//= constructor of first @ 8
//= item string @ 10
//= then of second @ 10
//= item object @ 12
//= ---
//= then of a resolution @ 14
//= after Promise.resolve @ 14
//= then of a result @ 14
//= after the call @ 14
//= resolved 2 @ 16
//= got 3 @ 16
//= then of an item @ 16
//= after Promise.all @ 16
//= then of a handler's result @ 17
//= then of Loud @ 17
//= all [ 4, 5 ] @ 19
//= handled 6 @ 19
//= got 7 @ 19
//= then of Loud @ 20
//= got 8 @ 22
