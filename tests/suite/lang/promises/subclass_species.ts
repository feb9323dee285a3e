const log = [];
class P extends Promise {
  constructor(run) {
    super(run);
    log.push("P");
  }
  static get [Symbol.species]() {
    log.push("species");
    return Promise;
  }
  then(...a) {
    log.push("then");
    return super.then(...a);
  }
}
const p = new P((r) => r(1));
const q = p.then((x) => x + 1);
console.log(q instanceof P, q instanceof Promise, await q, log);
log.length = 0;
console.log(await p, log);
log.length = 0;
await p.catch(() => {});
await p.finally(() => {});
console.log(log);
const thenable = {
  then(r) {
    r("from thenable");
  },
};
console.log(await P.resolve(thenable), (await Promise.resolve(p)) === 1, P.resolve(p) === p, Promise.resolve(p) === p);
p.constructor = undefined;
console.log(p.then(() => {}).constructor === Promise);
const fake = Promise.prototype.then.call(Promise.resolve(1), (v) => v + 1);
console.log(await fake);
//= false true 2 [ 'P', 'then', 'species' ]
//= 1 [ 'then', 'species' ]
//= [ 'then', 'species', 'species', 'then', 'species' ]
//= from thenable true true false
//= true
//= 2
