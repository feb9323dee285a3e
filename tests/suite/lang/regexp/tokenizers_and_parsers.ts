const lex = (src) => {
  const re =
    /\s*(?:(?<num>\d+(?:\.\d+)?)|(?<str>"(?:[^"\\]|\\.)*")|(?<id>[A-Za-z_]\w*)|(?<op>=>|[-+*/=<>!]=?|[(){};,.]))/y;
  const out = [];
  while (re.lastIndex < src.trimEnd().length) {
    const at = re.lastIndex,
      m = re.exec(src);
    if (!m) throw new SyntaxError(`bad character at ${at}: ${src.slice(at, at + 3)}`);
    const [[kind, text]] = Object.entries(m.groups).filter(([, v]) => v !== undefined);
    out.push(`${kind}:${text}`);
  }
  return out;
};
console.log(lex('let x = 3.14 + foo("a\\"b", y) => 7;'));
try {
  lex("a # b");
} catch (e) {
  console.log(e.message);
}
const url =
  /^(?<scheme>[a-z]+):\/\/(?:(?<user>[^:@]+)(?::(?<pass>[^@]+))?@)?(?<host>[^:/?#]+)(?::(?<port>\d+))?(?<path>\/[^?#]*)?(?:\?(?<query>[^#]*))?(?:#(?<hash>.*))?$/i;
for (const u of ["https://user:pw@example.org:8080/a/b?x=1&y=2#top", "http://h", "nope"]) {
  const g = u.match(url)?.groups;
  console.log(g ? { ...g } : null);
}
const query = (q) =>
  Object.fromEntries([...q.matchAll(/([^&=]+)=?([^&]*)/g)].map(([, k, v]) => [k, decodeURIComponent(v)]));
console.log(query("a=1&b=x%20y&c"));
const md = (s) =>
  s
    .replace(/^# (.*)$/gm, "<h1>$1</h1>")
    .replace(/\*\*(.+?)\*\*/g, "<b>$1</b>")
    .replace(/\*(.+?)\*/g, "<i>$1</i>")
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\[(.*?)\]\((.*?)\)/g, '<a href="$2">$1</a>');
console.log(md("# Title\nsome **bold** and *it* with `code` [link](http://x)"));
const time = /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;
console.log(["9:30", "23:59:59", "24:00", "12:60"].map((t) => time.test(t)));
const dates = "2024-01-15 to 2024-02-20".replace(/(\d{4})-(\d{2})-(\d{2})/g, "$3/$2/$1");
console.log(
  dates,
  "2020-2-3"
    .match(/^(\d+)-(\d+)-(\d+)$/)
    .slice(1)
    .map(Number),
);
const mask = (s) => s.replace(/\d(?=\d{4})/g, "*");
console.log(mask("1234567890123456"));
const words = "The quick brown fox. Jumps! Over?".match(/\b[a-z]{4,}\b/gi);
console.log(
  words,
  "aaa bbb".replace(/\b(\w)/g, (c) => c.toUpperCase()),
  "a,b;c d".split(/[,; ]/),
  "x1y22z".split(/\d+/),
  "k1=v1;k2=v2".split(";").map((p) => p.split("=")),
);
const html = "<a><b>x</b></a>";
console.log(
  [...html.matchAll(/<(\/?)(\w+)>/g)].map(([, c, t]) => (c ? "-" : "+") + t),
  html.replace(/<[^>]+>/g, ""),
);
const strip = "a /* c1 */ b // c2\nd".replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
console.log(JSON.stringify(strip));
const ip = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
console.log(["192.168.1.1", "256.1.1.1", "1.2.3", "1.2.3.4."].map((s) => ip.test(s)));
const g = /o/g;
console.log(g.test("foo"), g.lastIndex, g.test("foo"), g.lastIndex, g.test("foo"), g.lastIndex);
//= [
//=   'id:let', 'id:x',
//=   'op:=',   'num:3.14',
//=   'op:+',   'id:foo',
//=   'op:(',   'str:"a\\"b"',
//=   'op:,',   'id:y',
//=   'op:)',   'op:=>',
//=   'num:7',  'op:;'
//= ]
//= bad character at 1:  #
//= {
//=   scheme: 'https',
//=   user: 'user',
//=   pass: 'pw',
//=   host: 'example.org',
//=   port: '8080',
//=   path: '/a/b',
//=   query: 'x=1&y=2',
//=   hash: 'top'
//= }
//= {
//=   scheme: 'http',
//=   user: undefined,
//=   pass: undefined,
//=   host: 'h',
//=   port: undefined,
//=   path: undefined,
//=   query: undefined,
//=   hash: undefined
//= }
//= null
//= { a: '1', b: 'x y', c: '' }
//= <h1>Title</h1>
//= some <b>bold</b> and <i>it</i> with <code>code</code> <a href="http://x">link</a>
//= [ true, true, false, false ]
//= 15/01/2024 to 20/02/2024 [ 2020, 2, 3 ]
//= ************3456
//= [ 'quick', 'brown', 'Jumps', 'Over' ] Aaa Bbb [ 'a', 'b', 'c', 'd' ] [ 'x', 'y', 'z' ] [ [ 'k1', 'v1' ], [ 'k2', 'v2' ] ]
//= [ '+a', '+b', '-b', '-a' ] x
//= "a  b \nd"
//= [ true, false, false, false ]
//= true 2 true 3 false 0
