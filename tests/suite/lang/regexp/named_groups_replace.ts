// Named groups: in replace, in functions, twice, missing.
const date = /(?<y>\d{4})-(?<m>\d\d)(?:-(?<d>\d\d))?/;
console.log("on 2024-05-17".replace(date, "$<d>/$<m>/$<y>"), "2024-05".replace(date, "[$<d>|$3|$<m>|$<nope>]"));
console.log("2024-05".replace(date, (...a) => JSON.stringify(a)));
console.log("2024-05-01".match(date).groups, date.exec("2024-05"));
console.log(/(a)(?<n>b)?/.exec("ac").groups, Object.getPrototypeOf(/(?<n>b)/.exec("b").groups), /b/.exec("b").groups);
console.log("abc".replace(/b/, "[$`|$&|$'|$$|$1|$<x>]"), "abc".replace(/(b)/, "$01$10$2$0"), "abc".replace("b", "$1$&$$"));
console.log("aabb".replace(/(?<c>.)\k<c>/g, "<$<c>>"), /\k<x>/.test("k<x>"), /(?<π>a)\k<π>/u.test("aa"));
console.log([..."a1b22".matchAll(/(?<l>[a-z])(?<n>\d+)/g)].map((m) => ({ ...m.groups, at: m.index })));
console.log("x-y".replaceAll("-", "$'$`"), "aaa".replaceAll("a", (m, i, s) => i + s.length), "abc".replaceAll("", "_"));
for (const src of ["(?<a>x)(?<a>y)", "(?<1a>x)", "\\k<b>(?<a>x)", "(?<a", "(?<>x)"])
  try {
    console.log(new RegExp(src).source);
  } catch (e) {
    console.log(e.name);
  }
//= on 17/05/2024 [||05|]
//= ["2024-05","2024","05",null,0,"2024-05",{"y":"2024","m":"05"}]
//= [Object: null prototype] { y: '2024', m: '05', d: '01' } [
//=   '2024-05',
//=   '2024',
//=   '05',
//=   undefined,
//=   index: 0,
//=   input: '2024-05',
//=   groups: [Object: null prototype] { y: '2024', m: '05', d: undefined }
//= ]
//= [Object: null prototype] { n: undefined } null undefined
//= a[a|b|c|$|$1|$<x>]c abb0$2$0c a$1b$c
//= <a><b> true true
//= [ { l: 'a', n: '1', at: 0 }, { l: 'b', n: '22', at: 2 } ]
//= xyxy 345 _a_b_c_
//= SyntaxError
//= SyntaxError
//= SyntaxError
//= SyntaxError
//= SyntaxError
