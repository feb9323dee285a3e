// Lookbehind matches backwards: captures, back references, negative, variable length.
console.log("$12 €34 56".match(/(?<=[$€])\d+/g), "$12 €34 56".match(/(?<![$€\d])\d+/g));
console.log(/(?<=(\d+)(\d+))$/.exec("1053").slice(1), /(?<=^(\w+))def/.exec("abcdef"));
console.log(/(?<=\1(\w))d/i.exec("abcCd")?.[0], /(?<=(\w)\1)d/.exec("abccd"), /(?<=a|bc)d/.exec("bcd").index);
console.log("1234567.89".replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ","), "abcabc".split(/(?<=c)/));
console.log(/(?=(a+))a*b\1/.exec("baaabac"), /(?!(a))b\1/.exec("b"), /(.*?)a(?!(a+)b\2c)\2(.*)/.exec("baaabaac"));
console.log(/(z)((a+)?(b+)?(c))*/.exec("zaacbbbcac"), /(?:(a)|b)*/.exec("ab"), /(a*)*/.exec("b"), /(?:a*?)+?$/.exec("aa")[0]);
console.log(/\bfoo\b/.test("a foo."), /\Boo/.test("foo"), /^b/m.exec("a\nb").index, "a\nb\r\nc".match(/^.$/gm), /a.c/s.test("a\nc"));
console.log(/[^]/.exec("\n")[0] === "\n", /[]/.test("a"), /\cJ/.test("\n"), /[\b]/.test("\b"), /\0/.test("\0"), /a{2,3}?/.exec("aaaa")[0], /x{,2}/.test("x{,2}"));
const st = /foo/y;
st.lastIndex = 3;
console.log(st.test("barfoo"), st.lastIndex, st.test("barfoo"), st.lastIndex, "foofoobar".replace(/foo/gy, "x"), "a-b".split(/-/y), "xfoo".search(/foo/y));
//= [ '12', '34' ] [ '56' ]
//= [ '1', '053' ] [ 'def', 'abc', index: 3, input: 'abcdef', groups: undefined ]
//= d [ 'd', 'c', index: 4, input: 'abccd', groups: undefined ] 2
//= 1,234,567.89 [ 'abc', 'abc' ]
//= [ 'aba', 'a', index: 3, input: 'baaabac', groups: undefined ] [ 'b', undefined, index: 0, input: 'b', groups: undefined ] [
//=   'baaabaac',
//=   'ba',
//=   undefined,
//=   'abaac',
//=   index: 0,
//=   input: 'baaabaac',
//=   groups: undefined
//= ]
//= [
//=   'zaacbbbcac',
//=   'z',
//=   'ac',
//=   'a',
//=   undefined,
//=   'c',
//=   index: 0,
//=   input: 'zaacbbbcac',
//=   groups: undefined
//= ] [ 'ab', undefined, index: 0, input: 'ab', groups: undefined ] [ '', undefined, index: 0, input: 'b', groups: undefined ] aa
//= true true 2 [ 'a', 'b', 'c' ] true
//= true false true true true aa true
//= true 6 false 0 xxbar [ 'a', 'b' ] -1
