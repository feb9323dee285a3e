const t = (re, s) => {
  const m = re.exec(s);
  console.log(String(re), m && [...m], m?.index, m?.groups ? { ...m.groups } : "");
};
t(/(a*)*/, "b");
t(/(a*)+/, "aab");
t(/(?:(a)|b)*/, "abab");
t(/((a)|(b))+/, "ab");
t(/(a)|b/, "b");
t(/(\w+)\s\1/, "hello hello");
t(/(?<q>['"]).*?\k<q>/, `say "it's"`);
t(/(?=(\w+))\1:/, "abc:");
t(/^(?!.*bad).+$/, "good");
t(/^(?!.*bad).+$/, "bad one");
t(/(?<=(\d)(\d))x/, "12x");
t(/(?<=^|,)[^,]*/g, "a,b");
t(/(?<!a)b/, "abcb");
t(/a.*c/, "abcabc");
t(/a.*?c/, "abcabc");
t(/(a+)(a+)/, "aaaa");
t(/(a+?)(a+)/, "aaaa");
t(/(a?)?b/, "ab");
t(/(|a)+/, "aaa");
t(/(?:a|ab)(?:c|bcd)(?:d*)/, "abcd");
t(/(z)((a+)?(b+)?(c))*/, "zaacbbbcac");
t(/(.*)(\d+)/, "ab123");
t(/(.*?)(\d+)$/, "ab123");
t(/(\d{1,3})(?=(?:\d{3})+$)/, "1234567");
t(/(?<year>\d{4})-(?<m>\d\d)/, "2020-05");
t(/(?:(?<a>x)|(?<b>y))z/, "yz");
t(/\2(a)(b)/, "ab");
t(/(?:)*/, "x");
t(/(?:a*)*?b/, "aab");
t(/^(([a-z])+.)+[A-Z]([a-z])+$/, "aaaaaA");
t(/(x+x+)+y/, "xxxxxxxxxxy");
t(/[^]*$/, "a\nb");
t(/^$/m, "a\n\nb");
t(/$/gm, "a\nb");
const re = /(?<a>.)/g;
re.lastIndex = 10;
t(re, "x");
t(re, "x");
const st = /b/y;
t(st, "ab");
st.lastIndex = 1;
t(st, "ab");
console.log(
  st.lastIndex,
  "aXbX".replace(/x/gi, (m, o) => o),
  "abc".replace(/(?<n>b)/, "[$<n>]"),
  "abc".replace(/(b)(?<n>c)/, (...a) => JSON.stringify(a)),
  "aaa".replace(/a/g, (m, i) => i),
  "x".replace(/x/, "$1$10$"),
  "ab".replace(/(a)(b)/, "$2$1$01$3"),
  "abc".replace(/b/, "$`|$'"),
  "test1test2".split(/\d/),
  "a,b;c".split(/[,;]/),
  "abc".split(/(b)/),
  "ab".split(/(?:)/u),
  "one  two".split(/\s+/),
  " a ".split(/\s/),
);
//= /(a*)*/ [ '', undefined ] 0
//= /(a*)+/ [ 'aa', 'aa' ] 0
//= /(?:(a)|b)*/ [ 'abab', undefined ] 0
//= /((a)|(b))+/ [ 'ab', 'b', undefined, 'b' ] 0
//= /(a)|b/ [ 'b', undefined ] 0
//= /(\w+)\s\1/ [ 'hello hello', 'hello' ] 0
//= /(?<q>['"]).*?\k<q>/ [ `"it's"`, '"' ] 4 { q: '"' }
//= /(?=(\w+))\1:/ [ 'abc:', 'abc' ] 0
//= /^(?!.*bad).+$/ [ 'good' ] 0
//= /^(?!.*bad).+$/ null undefined
//= /(?<=(\d)(\d))x/ [ 'x', '1', '2' ] 2
//= /(?<=^|,)[^,]*/g [ 'a' ] 0
//= /(?<!a)b/ [ 'b' ] 3
//= /a.*c/ [ 'abcabc' ] 0
//= /a.*?c/ [ 'abc' ] 0
//= /(a+)(a+)/ [ 'aaaa', 'aaa', 'a' ] 0
//= /(a+?)(a+)/ [ 'aaaa', 'a', 'aaa' ] 0
//= /(a?)?b/ [ 'ab', 'a' ] 0
//= /(|a)+/ [ 'aaa', 'a' ] 0
//= /(?:a|ab)(?:c|bcd)(?:d*)/ [ 'abcd' ] 0
//= /(z)((a+)?(b+)?(c))*/ [ 'zaacbbbcac', 'z', 'ac', 'a', undefined, 'c' ] 0
//= /(.*)(\d+)/ [ 'ab123', 'ab12', '3' ] 0
//= /(.*?)(\d+)$/ [ 'ab123', 'ab', '123' ] 0
//= /(\d{1,3})(?=(?:\d{3})+$)/ [ '1', '1' ] 0
//= /(?<year>\d{4})-(?<m>\d\d)/ [ '2020-05', '2020', '05' ] 0 { year: '2020', m: '05' }
//= /(?:(?<a>x)|(?<b>y))z/ [ 'yz', undefined, 'y' ] 0 { a: undefined, b: 'y' }
//= /\2(a)(b)/ [ 'ab', 'a', 'b' ] 0
//= /(?:)*/ [ '' ] 0
//= /(?:a*)*?b/ [ 'aab' ] 0
//= /^(([a-z])+.)+[A-Z]([a-z])+$/ null undefined
//= /(x+x+)+y/ [ 'xxxxxxxxxxy', 'xxxxxxxxxx' ] 0
//= /[^]*$/ [ 'a\nb' ] 0
//= /^$/m [ '' ] 2
//= /$/gm [ '' ] 1
//= /(?<a>.)/g null undefined
//= /(?<a>.)/g [ 'x', 'x' ] 0 { a: 'x' }
//= /b/y null undefined
//= /b/y [ 'b' ] 1
//= 2 a1b3 a[b]c a["bc","b","c",1,"abc",{"n":"c"}] 012 $1$10$ baa$3 aa|cc [ 'test', 'test', '' ] [ 'a', 'b', 'c' ] [ 'a', 'b', 'c' ] [ 'a', 'b' ] [ 'one', 'two' ] [ '', 'a', '' ]
