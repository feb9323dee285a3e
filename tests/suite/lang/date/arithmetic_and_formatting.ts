const d = (s) => new Date(s);
const addDays = (x, n) => {
  const y = new Date(x);
  y.setUTCDate(y.getUTCDate() + n);
  return y;
};
const addMonths = (x, n) => {
  const y = new Date(x),
    day = y.getUTCDate();
  y.setUTCDate(1);
  y.setUTCMonth(y.getUTCMonth() + n);
  const last = new Date(Date.UTC(y.getUTCFullYear(), y.getUTCMonth() + 1, 0)).getUTCDate();
  y.setUTCDate(Math.min(day, last));
  return y;
};
console.log(
  addDays(d("2024-02-28"), 2).toISOString().slice(0, 10),
  addDays(d("2024-01-01"), -1).toISOString(),
  addMonths(d("2024-01-31"), 1).toISOString().slice(0, 10),
  addMonths(d("2023-12-15"), 14).toISOString().slice(0, 7),
);
const leap = (y) => new Date(y, 2, 0).getDate() === 29;
console.log(
  [1900, 2000, 2023, 2024].map(leap),
  new Date(2024, 0, 1, 12) - new Date(2023, 11, 31, 12),
  (d("2024-03-10") - d("2024-02-10")) / 864e5,
);
const week = (x) => {
  const t = new Date(Date.UTC(x.getUTCFullYear(), x.getUTCMonth(), x.getUTCDate()));
  t.setUTCDate(t.getUTCDate() + 4 - (t.getUTCDay() || 7));
  return Math.ceil(((t - Date.UTC(t.getUTCFullYear(), 0, 1)) / 864e5 + 1) / 7);
};
console.log(["2024-01-01", "2023-01-01", "2020-12-31"].map((s) => week(d(s))));
const ago = (ms) => {
  for (const [u, n] of [
    ["d", 864e5],
    ["h", 36e5],
    ["m", 6e4],
    ["s", 1e3],
  ])
    if (ms >= n) return `${Math.floor(ms / n)}${u} ago`;
  return "now";
};
console.log([5e3, 3e5, 1e7, 1e9, 1].map(ago));
const fmt = (x, f) =>
  f.replace(/YYYY|MM|DD|hh|mm|ss|SSS/g, (k) =>
    String(
      {
        YYYY: x.getUTCFullYear(),
        MM: x.getUTCMonth() + 1,
        DD: x.getUTCDate(),
        hh: x.getUTCHours(),
        mm: x.getUTCMinutes(),
        ss: x.getUTCSeconds(),
        SSS: x.getUTCMilliseconds(),
      }[k],
    ).padStart(k.length, "0"),
  );
console.log(fmt(d("2024-05-06T07:08:09.010Z"), "DD.MM.YYYY hh:mm:ss.SSS"));
const x = d("2024-01-31T10:00:00Z");
console.log(
  x.setMonth(1),
  x.toISOString(),
  x.setDate(31),
  x.toISOString(),
  x.setHours(-1),
  x.toISOString(),
  x.setMilliseconds(5000),
  x.toISOString(),
  x.setFullYear(2023),
  x.toISOString(),
  x.setUTCHours(1, 2, 3, 4),
  x.toISOString(),
  x.setTime(NaN),
  x.getDate(),
  x.setFullYear(2020),
  x.toISOString(),
);
console.log(
  [d("2024-02-01"), d("2023-01-01")].sort((a, b) => a - b).map((t) => t.toJSON()),
  new Date(d("2024-01-01")).getTime() === d("2024-01-01").getTime(),
  d("2024-01-01") > d("2023-01-01"),
  new Date(2024, 0).toString(),
  new Date(-1e12).toUTCString(),
  new Date(Date.UTC(-1, 0)).toISOString(),
  new Date(253402300800000).toISOString(),
  JSON.parse(JSON.stringify({ t: d("2024-01-01") })).t,
);
//= 2024-03-01 2023-12-31T00:00:00.000Z 2024-02-29 2025-02
//= [ false, true, false, true ] 86400000 29
//= [ 1, 52, 53 ]
//= [ '5s ago', '5m ago', '2h ago', '11d ago', 'now' ]
//= 06.05.2024 07:08:09.010
//= 1709373600000 2024-03-02T10:00:00.000Z 1711879200000 2024-03-31T10:00:00.000Z 1711839600000 2024-03-30T23:00:00.000Z 1711839605000 2024-03-30T23:00:05.000Z 1680217205000 2023-03-30T23:00:05.000Z 1680138123004 2023-03-30T01:02:03.004Z NaN NaN 1577836800000 2020-01-01T00:00:00.000Z
//= [ '2023-01-01T00:00:00.000Z', '2024-02-01T00:00:00.000Z' ] true true Mon Jan 01 2024 00:00:00 GMT+0000 (Coordinated Universal Time) Sun, 24 Apr 1938 22:13:20 GMT -000001-01-01T00:00:00.000Z +010000-01-01T00:00:00.000Z 2024-01-01T00:00:00.000Z
