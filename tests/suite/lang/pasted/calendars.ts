const fmt = (d, f) =>
  f.replace(
    /YYYY|MM|DD|HH|mm|ss|SSS|ddd|MMM|M|D|h|A/g,
    (t) =>
      ({
        YYYY: d.getUTCFullYear(),
        MM: String(d.getUTCMonth() + 1).padStart(2, "0"),
        DD: String(d.getUTCDate()).padStart(2, "0"),
        HH: String(d.getUTCHours()).padStart(2, "0"),
        mm: String(d.getUTCMinutes()).padStart(2, "0"),
        ss: String(d.getUTCSeconds()).padStart(2, "0"),
        SSS: String(d.getUTCMilliseconds()).padStart(3, "0"),
        ddd: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][d.getUTCDay()],
        MMM: "JanFebMarAprMayJunJulAugSepOctNovDec".substr(d.getUTCMonth() * 3, 3),
        M: d.getUTCMonth() + 1,
        D: d.getUTCDate(),
        h: d.getUTCHours() % 12 || 12,
        A: d.getUTCHours() < 12 ? "AM" : "PM",
      })[t],
  );
const d = new Date(Date.UTC(2024, 1, 29, 15, 4, 5, 67));
console.log(fmt(d, "YYYY-MM-DD HH:mm:ss.SSS"), fmt(d, "ddd, MMM D YYYY h:mm A"));
const ms = (s) => {
  const m = /^(-?\d*\.?\d+)\s*(ms|s|m|h|d|w|y)?$/i.exec(s);
  if (!m) return NaN;
  return +m[1] * { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5, y: 315576e5 }[(m[2] ?? "ms").toLowerCase()];
};
console.log(["1s", "1.5h", "2d", "100", "10 m", "bad", "-3s"].map(ms));
const addMonths = (dt, n) => {
  const r = new Date(dt),
    day = r.getUTCDate();
  r.setUTCDate(1);
  r.setUTCMonth(r.getUTCMonth() + n);
  r.setUTCDate(Math.min(day, new Date(Date.UTC(r.getUTCFullYear(), r.getUTCMonth() + 1, 0)).getUTCDate()));
  return r;
};
for (const n of [1, 12, -12, -1, 23]) console.log(n, addMonths(d, n).toISOString());
const isLeap = (y) => new Date(y, 1, 29).getMonth() === 1;
console.log([1900, 2000, 2023, 2024].map(isLeap));
const week = (dt) => {
  const t = new Date(Date.UTC(dt.getFullYear(), dt.getMonth(), dt.getDate()));
  t.setUTCDate(t.getUTCDate() + 4 - (t.getUTCDay() || 7));
  return Math.ceil(((t - Date.UTC(t.getUTCFullYear(), 0, 1)) / 864e5 + 1) / 7);
};
console.log(["2024-01-01", "2023-01-01", "2020-12-31", "2021-01-03"].map((s) => week(new Date(s))));
const cal = (y, m) => {
  const first = new Date(y, m, 1).getDay(),
    n = new Date(y, m + 1, 0).getDate();
  const cells = [...Array(first).fill("  "), ...Array.from({ length: n }, (_, i) => String(i + 1).padStart(2))];
  const rows = [];
  while (cells.length) rows.push(cells.splice(0, 7).join(" "));
  return rows.join("\n");
};
console.log(cal(2024, 1));
const diff = (a, b) => {
  let s = Math.abs(b - a) / 1000;
  const out = {};
  for (const [k, n] of [
    ["d", 86400],
    ["h", 3600],
    ["m", 60],
    ["s", 1],
  ]) {
    out[k] = Math.floor(s / n);
    s %= n;
  }
  return out;
};
console.log(diff(new Date("2024-01-01T00:00:00Z"), new Date("2024-01-03T04:05:06Z")));
const range = function* (a, b, step = 864e5) {
  for (let t = +a; t <= +b; t += step) yield new Date(t);
};
console.log([...range(new Date("2024-02-27"), new Date("2024-03-01"))].map((x) => x.toISOString().slice(5, 10)));
console.log(
  new Date(2024, 0, 1, 12) < new Date(2024, 0, 2),
  new Date(2024, 0).valueOf() === Date.UTC(2024, 0),
  new Date("2024-01-01") - new Date("2023-01-01"),
  Math.floor(Date.parse("2024-05-05T05:05:05Z") / 1000),
  new Date(1e12),
  [new Date(1e12)],
  { d: new Date(1e12) },
  JSON.stringify([new Date(1e12)]),
  JSON.parse(JSON.stringify({ d: new Date(1e12) }), (k, v) => (k === "d" ? new Date(v) : v)).d.getTime(),
  new Date(2020, 11, 31, 23, 59, 60).toISOString(),
  new Date(0, 0).getFullYear(),
  new Date(-1).toISOString(),
  new Date("1969-12-31T23:59:59.999Z").getTime(),
  new Date(2024, 0, 1, 0, 0, 0, -1).toISOString(),
  new Date(Date.UTC(-1, 0)).toISOString(),
  new Date(253402300800000).toISOString(),
  Date.length,
  new Date().constructor === Date,
  Object.prototype.toString.call(d),
  d[Symbol.toPrimitive]("number"),
  d[Symbol.toPrimitive]("default"),
  typeof (d + 1),
  typeof (d - 1),
);
const cron = (spec, from, n) => {
  const [mi, h] = spec
    .split(" ")
    .map((f) =>
      f === "*"
        ? () => true
        : f.startsWith("*/")
          ? (v) => v % +f.slice(2) === 0
          : (v) => f.split(",").includes(String(v)),
    );
  const out = [];
  const t = new Date(from);
  t.setUTCSeconds(0, 0);
  while (out.length < n) {
    t.setUTCMinutes(t.getUTCMinutes() + 1);
    if (mi(t.getUTCMinutes()) && h(t.getUTCHours())) out.push(t.toISOString().slice(11, 16));
  }
  return out;
};
console.log(cron("*/15 *", d, 3), cron("0 9,17", d, 3));
let fired = [];
const t0 = Date.now();
setTimeout(() => fired.push("t30"), 30);
const id = setInterval(() => {
  fired.push("i");
  if (fired.length > 3) clearInterval(id);
}, 20);
await new Promise((r) => setTimeout(r, 100));
console.log(fired.join(), Date.now() - t0 >= 99);
//= 2024-02-29 15:04:05.067 Thu, 022 29 2024 3:04 PM
//= [ 1000, 5400000, 172800000, 100, 600000, NaN, -3000 ]
//= 1 2024-03-29T15:04:05.067Z
//= 12 2025-02-28T15:04:05.067Z
//= -12 2023-02-28T15:04:05.067Z
//= -1 2024-01-29T15:04:05.067Z
//= 23 2026-01-29T15:04:05.067Z
//= [ false, true, false, true ]
//= [ 1, 52, 53, 53 ]
//=              1  2  3
//=  4  5  6  7  8  9 10
//= 11 12 13 14 15 16 17
//= 18 19 20 21 22 23 24
//= 25 26 27 28 29
//= { d: 2, h: 4, m: 5, s: 6 }
//= [ '02-27', '02-28', '02-29', '03-01' ]
//= true true 31536000000 1714885505 2001-09-09T01:46:40.000Z [ 2001-09-09T01:46:40.000Z ] { d: 2001-09-09T01:46:40.000Z } ["2001-09-09T01:46:40.000Z"] 1000000000000 2021-01-01T00:00:00.000Z 1900 1969-12-31T23:59:59.999Z -1 2023-12-31T23:59:59.999Z -000001-01-01T00:00:00.000Z +010000-01-01T00:00:00.000Z 7 true [object Date] 1709219045067 Thu Feb 29 2024 15:04:05 GMT+0000 (Coordinated Universal Time) string number
//= [ '15:15', '15:30', '15:45' ] [ '17:00', '09:00', '17:00' ]
//= i,t30,i,i true
