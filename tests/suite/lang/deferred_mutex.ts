class_free();
function class_free() {
  const makeMutex = () => {
    let tail = Promise.resolve();
    return (fn) => {
      const run = tail.then(fn, fn);
      tail = run.catch(() => {});
      return run;
    };
  };
  const withLock = makeMutex();
  let shared = 0;
  const work = (id) => withLock(async () => {
    const seen = shared;
    await null;
    await null;
    shared = seen + 1;
    console.log(id, shared);
    if (id === 2) throw new Error("two fails");
  });
  Promise.allSettled([work(1), work(2), work(3)]).then((r) => console.log(r.map((x) => x.status).join()));
}
//= 1 1
//= 2 2
//= 3 3
//= fulfilled,rejected,fulfilled
