const m = /a(?<n>b)?(c)?/d.exec("xxabz");
console.log(m.indices, m.indices.groups.n, m.indices[2], m);
class Loud extends RegExp {
  exec(s) {
    const r = super.exec(s);
    console.log("exec", this.lastIndex, r && r[0]);
    return r;
  }
  [Symbol.replace](s, r) {
    return "<" + super[Symbol.replace](s, r) + ">";
  }
}
const l = new Loud("a", "g");
console.log("banana".replace(l, "o"), "banana".match(l), l.test("xa"), l instanceof RegExp, l);
console.log(
  RegExp.prototype.exec.call(/b/, "abc").index,
  RegExp.prototype.flags,
  RegExp.prototype.source,
  RegExp.prototype.toString.call({ source: "s", flags: "f" }),
  RegExp.prototype.global,
);
const custom = { exec: () => null, lastIndex: 0, flags: "", global: false };
console.log(RegExp.prototype[Symbol.match].call(custom, "x"), RegExp.prototype.test.call({ exec: () => ({}) }, ""));
const r = /a/;
r.lastIndex = "5";
console.log(r.lastIndex, Object.getOwnPropertyDescriptor(r, "lastIndex"), Object.keys(r));
r.test("a");
console.log(r.lastIndex);
const o = /(?<year>\d{4})-(?<month>\d\d)/u.exec("on 2024-05-06");
const {
  groups: { year, month },
} = o;
console.log(year, month, o.groups, Object.getPrototypeOf(o.groups), o.input, Object.keys(o));
const tokens = [];
const lex = /\s*(?:(?<num>\d+\.?\d*)|(?<id>[a-z]\w*)|(?<op>[-+*\/()]))/y;
for (const src = "3.5 + foo*(2-x1)"; lex.lastIndex < src.length;) {
  const { groups } = lex.exec(src);
  tokens.push(
    Object.entries(groups)
      .find(([, v]) => v)
      .join(":"),
  );
}
console.log(tokens.join(" "));
//= [
//=   [ 2, 4 ],
//=   [ 3, 4 ],
//=   undefined,
//=   groups: [Object: null prototype] { n: [ 3, 4 ] }
//= ] [ 3, 4 ] undefined [
//=   'ab',
//=   'b',
//=   undefined,
//=   index: 2,
//=   input: 'xxabz',
//=   groups: [Object: null prototype] { n: 'b' },
//=   indices: [
//=     [ 2, 4 ],
//=     [ 3, 4 ],
//=     undefined,
//=     groups: [Object: null prototype] { n: [Array] }
//=   ]
//= ]
//= exec 2 a
//= exec 4 a
//= exec 6 a
//= exec 0 null
//= exec 2 a
//= exec 4 a
//= exec 6 a
//= exec 0 null
//= exec 2 a
//= <bonono> [ 'a', 'a', 'a' ] true true Loud /a/g
//= 1  (?:) /s/f undefined
//= null true
//= 5 { value: '5', writable: true, enumerable: false, configurable: false } []
//= 5
//= 2024 05 [Object: null prototype] { year: '2024', month: '05' } null on 2024-05-06 [ '0', '1', '2', 'index', 'input', 'groups' ]
//= num:3.5 op:+ id:foo op:* op:( num:2 op:- id:x1 op:)
