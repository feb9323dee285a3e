// JSON.stringify: toJSON, replacers, indents, wrappers, order of calls, cycles.
const S = JSON.stringify;
console.log(S(undefined), S(() => 1), S(Symbol()), S(null), S(NaN), S(-0), S("\u2028\u0007\u007f\ud800"), S(new Date(NaN)));
console.log(S({ a: undefined, b() {}, [Symbol("s")]: 1, c: [undefined, () => 1, , NaN] }), S(Object("s")), S([Object(1), Object(false)]));
console.log(S({ toJSON: (k) => "key=" + k }), S({ in: { toJSON: (k) => "key=" + k } }), S([{ toJSON: (k) => typeof k + k }]), S({ toJSON: 5 }));
console.log(S({ b: 1, a: { b: 2, c: 3 }, 1: "one" }, ["a", "b", "b", 1]), S([{ x: 1, y: 2 }], ["y"]), S({ a: 1 }, []));
console.log(S({ a: [1, { b: [] }], c: {} }, null, "--"), S([1], null, 20).length, S([1], null, "0123456789abcdef"), S({ a: 1 }, null, Object(1)));
const log = [];
S({ a: { b: 1 }, c: [2] }, function (k, v) {
  log.push(k + (this[k] === v));
  return v;
});
console.log(log.join(), S({ a: 1, b: 2 }, (k, v) => (k === "a" ? undefined : v)), S([1, 2], (k, v) => (k === "0" ? undefined : v)));
console.log(S(new Map([[1, 2]])), S(new Set([1])), S(/x/), S(new Error("e")), S(Object.create({ inherited: 1 })));
const c = { x: [] };
c.x.push(c);
try {
  S(c);
} catch (e) {
  console.log(e.name, e.message.split("\n")[0]);
}
const shared = { s: 1 };
console.log(S([shared, shared]), S({ get g() { return shared; } }), S({ ["a\n\"b"]: "\\" }), S("\u{1F600}"), S(1e21), S(5e-7));
//= undefined undefined undefined null null 0 " \u0007\ud800" null
//= {"c":[null,null,null,null]} "s" [1,false]
//= "key=" {"in":"key=in"} ["string0"] {"toJSON":5}
//= {"a":{"b":2},"b":1,"1":"one"} [{"y":2}] {}
//= {
//= --"a": [
//= ----1,
//= ----{
//= ------"b": []
//= ----}
//= --],
//= --"c": {}
//= } 15 [
//= 01234567891
//= ] {
//=  "a": 1
//= }
//= true,atrue,btrue,ctrue,0true {"b":2} [null,2]
//= {} {} {} {} {}
//= TypeError Converting circular structure to JSON
//= [{"s":1},{"s":1}] {"g":{"s":1}} {"a\n\"b":"\\"} "😀" 1e+21 5e-7
