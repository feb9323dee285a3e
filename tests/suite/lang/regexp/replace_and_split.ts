console.log(
  "John Smith".replace(/(\w+)\s(\w+)/, "$2, $1"),
  "aBc".replace(/[a-z]/g, (c, i, s) => c.toUpperCase() + i + s.length),
  "abc".replace(/(?<x>b)/, "[$<x>$`$'$&$$$1$2$01]"),
  "x-1".replace(/(\d)/, (...a) => a.length),
  "abc".replace(/(?<l>b)/, (...a) => JSON.stringify(a.at(-1))),
);
console.log(
  "aaa".replace(/a/, "b"),
  "aaa".replaceAll(/a/g, "b"),
  "abc".replace(/x*/g, "-"),
  "a1b2".replace(/\d/g, (d) => d * 2),
  "😀a".replace(/(?:)/gu, "|"),
  "😀a".replace(/(?:)/g, "|").length,
  "abc".replace(/b/g, undefined),
  "abc".replace(/(z)?b/, "[$1]"),
);
console.log(
  "a, b,c ; d".split(/\s*[,;]\s*/),
  "a1b2c".split(/(\d)/),
  "abc".split(/(?:)/),
  "".split(/x/),
  "".split(/(?:)/),
  "abc".split(/b/, 1),
  "A<B>bold</B>and<CODE>coded</CODE>".split(/<(\/)?([^<>]+)>/),
  "aXbxc".split(/x/i),
  "test".split(/(?=s)/),
);
console.log(
  "camelCaseString".replace(/([A-Z])/g, " $1").toLowerCase(),
  "snake_case_x".replace(/_(\w)/g, (_, c) => c.toUpperCase()),
  "  trim  me ".replace(/^\s+|\s+$|\s+(?=\s)/g, ""),
  "1234567.89".replace(/\B(?=(\d{3})+(?!\d))/g, ","),
  "abc".search(/c/),
  "abc".search(/z/),
);
console.log(
  [..."a1b22".matchAll(/[a-z](\d+)/g)].map((m) => [m[0], m[1], m.index]),
  [..."aa".matchAll("a")].length,
  [..."x".matchAll(/(?<n>x)/g)][0].groups.n,
);
try {
  "a".matchAll(/a/);
} catch (e) {
  console.log(e.message);
}
const re = /a/g;
re.lastIndex = 1;
console.log(
  "aaa".replace(re, "x"),
  re.lastIndex,
  "aaa".match(re),
  [..."aaa".matchAll(re)].length,
  re.lastIndex,
  "aba".split(re),
  re.test("ba"),
  re.lastIndex,
  re.test("ba"),
  re.lastIndex,
);
const tpl = (s, v) => s.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, k) => v[k] ?? "");
console.log(tpl("Hi {{ name }}, {{n}} {{none}}!", { name: "Ann", n: 3 }));
//= Smith, John A03BC23 a[bacb$b$2b]c x-4 a{"l":"b"}c
//= baa bbb -a-b-c- a2b4 |😀|a| 7 aundefinedc a[]c
//= [ 'a', 'b', 'c', 'd' ] [ 'a', '1', 'b', '2', 'c' ] [ 'a', 'b', 'c' ] [ '' ] [] [ 'a' ] [
//=   'A',    undefined,
//=   'B',    'bold',
//=   '/',    'B',
//=   'and',  undefined,
//=   'CODE', 'coded',
//=   '/',    'CODE',
//=   ''
//= ] [ 'a', 'b', 'c' ] [ 'te', 'st' ]
//= camel case string snakeCaseX trim me 1,234,567.89 2 -1
//= [ [ 'a1', '1', 0 ], [ 'b22', '22', 2 ] ] 2 x
//= String.prototype.matchAll called with a non-global RegExp argument
//= xxx 0 [ 'a', 'a', 'a' ] 3 0 [ '', 'b', '' ] true 2 false 0
//= Hi Ann, 3 !
