class Cancelled extends Error {
  constructor(why) {
    super(why);
    this.name = "Cancelled";
  }
}
const makeToken = () => {
  const listeners = new Set();
  let why;
  return {
    get cancelled() {
      return why !== undefined;
    },
    cancel(reason = "no reason") {
      if (why) return;
      why = reason;
      listeners.forEach((f) => f(reason));
    },
    check() {
      if (why) throw new Cancelled(why);
    },
    on(f) {
      listeners.add(f);
      return () => listeners.delete(f);
    },
  };
};
const sleep = (ms, token) =>
  new Promise((res, rej) => {
    const t = setTimeout(() => {
      off();
      res();
    }, ms);
    const off = token.on((why) => {
      clearTimeout(t);
      rej(new Cancelled(why));
    });
  });
const work = async (token, log) => {
  for (let i = 0; i < 10; i++) {
    token.check();
    log.push(i);
    await sleep(20, token);
  }
  return "finished";
};
const token = makeToken(),
  log = [];
setTimeout(() => token.cancel("user left"), 50);
await work(token, log).catch((e) => console.log(String(e), e instanceof Cancelled));
console.log(log, token.cancelled);
token.cancel("again");
try {
  token.check();
} catch (e) {
  console.log(e.message);
}
//= Cancelled: user left true
//= [ 0, 1, 2 ] true
//= user left
