// A handler's promise costs more ticks than its value; finally passes through.
const out = [];
let n = 0;
const run = (async () => {
  while (n < 12) await null, n++;
})();
const at = (name) => (v) => out.push(`${name}=${v}@${n}`);
const P = Promise.resolve();
P.then(() => 1).then(at("value"));
P.then(() => Promise.resolve(2)).then(at("promise"));
P.then(() => ({ then: (r) => r(3) })).then(at("thenable"));
P.finally(() => 7).then(at("finally"));
P.finally(() => Promise.resolve(8)).then(at("finally promise"));
Promise.reject(9).finally(() => 0).catch(at("finally rejected"));
P.finally(() => { throw 10; }).catch(at("finally throws"));
Promise.all([P, 1]).then(at("all"));
Promise.race([P, 1]).then(at("race"));
Promise.reject(11).then(at("no")).then(at("no"), at("second"));
await run;
console.log(out.join("\n"));
//= value=1@2
//= finally throws=10@2
//= all=,1@2
//= race=undefined@2
//= second=11@2
//= thenable=3@3
//= promise=2@4
//= finally=undefined@4
//= finally promise=undefined@4
//= finally rejected=9@4
