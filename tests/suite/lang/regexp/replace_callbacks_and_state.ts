// Global replace, match and split with lastIndex, empty matches and callbacks.
const g = /a*/g;
console.log("baac".replace(g, "-"), "baac".match(g), g.lastIndex, "abc".split(/b*/), "".split(/x/), "".split(/(?:)/), "ab".split(/(?:)/));
g.lastIndex = 2;
console.log("aaaa".replace(g, (m, i) => `<${m}@${i}>`), g.lastIndex, [..."aXbX".matchAll(/X|$/g)].map((m) => m.index));
const r = /o/g;
console.log(r.test("foo"), r.lastIndex, r.test("foo"), r.lastIndex, r.test("foo"), r.lastIndex, r.exec("o").index, "foo".search(r), r.lastIndex);
console.log("A1B2".split(/(\d)/), "A<B>bold</B>and".split(/<(\/)?([^<>]+)>/), "a,b,".split(/,/, 2), "aBc".split(/b/i));
console.log(/[a-z]/gimsuy.flags, String(/\//), new RegExp("/").source, new RegExp("").source, String(new RegExp("\n")), RegExp("a", "g").global, new RegExp(/x/gi, "m").flags);
for (const f of ["gg", "x", "uv"])
  try {
    new RegExp("a", f);
  } catch (e) {
    console.log(e.name);
  }
//= -b--c- [ '', 'aa', '', '' ] 0 [ 'a', 'c' ] [ '' ] [] [ 'a', 'b' ]
//= <aaaa@0><@4> 0 [ 1, 3, 4 ]
//= true 2 true 3 false 0 0 1 1
//= [ 'A', '1', 'B', '2', '' ] [ 'A', undefined, 'B', 'bold', '/', 'B', 'and' ] [ 'a', 'b' ] [ 'a', 'c' ]
//= gimsuy /\// \/ (?:) /\n/ true m
//= SyntaxError
//= SyntaxError
//= SyntaxError
