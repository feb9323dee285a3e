for (const s of [
  "2024-02-29",
  "2024-02-29T10:20",
  "2024-02-29T10:20:30Z",
  "2024-02-29T10:20:30.123+05:30",
  "2024",
  "2024-13-01",
  "2024-02-30",
  "+012024-01-01T00:00:00Z",
  "-000001-01-01T00:00:00Z",
  "2024-01-01T24:00:00Z",
  "2024-01-01T25:00",
  "Thu, 01 Jan 1970 00:00:00 GMT",
  "Jan 1, 2000",
  "1 January 2000 12:30",
  "12/25/1995",
  "Mon Jan 01 2024 10:00:00 GMT+0200",
  "not a date",
  "",
  "2024-1-5",
  "2024-06-15T12:00:00-04:00",
]) {
  const t = Date.parse(s);
  console.log(JSON.stringify(s), t, isNaN(t) ? "-" : new Date(t).toISOString());
}
console.log(
  Date.length,
  Date.name,
  typeof Date(),
  Date.prototype.constructor === Date,
  Object.prototype.toString.call(new Date(0)),
  new Date(0) instanceof Date,
  typeof Date.now(),
  new Date(2020, 5, 15, 10) < new Date(2020, 5, 15, 11),
  new Date(5) == new Date(5),
  +new Date(5) === +new Date(5),
);
console.log(
  new Date(0)[Symbol.toPrimitive]("number"),
  new Date(0)[Symbol.toPrimitive]("default"),
  Math.max(new Date(1), new Date(7)),
  new Date(2019, 0, 31).toLocaleDateString("en-US"),
  new Date(0).toLocaleTimeString("en-US"),
  new Date(0).toLocaleString("en-US"),
);
try {
  Date.prototype.getTime.call({});
} catch (e) {
  console.log(e.message);
}
try {
} catch (e) {
  console.log(e.message);
}
try {
  new Date(Symbol());
} catch (e) {
  console.log(e.message);
}
const days = (a, b) => Math.round((b - a) / 864e5);
console.log(
  days(new Date("2024-01-01"), new Date("2024-12-31")),
  [2, 0, 1]
    .map((m) => new Date(2024, m, 1))
    .sort((a, b) => a - b)
    .map((d) => d.toISOString().slice(0, 7)),
);
class Stamp extends Date {
  get iso() {
    return this.toISOString();
  }
}
console.log(new Stamp(0).iso, new Stamp(0));
//= "2024-02-29" 1709164800000 2024-02-29T00:00:00.000Z
//= "2024-02-29T10:20" 1709202000000 2024-02-29T10:20:00.000Z
//= "2024-02-29T10:20:30Z" 1709202030000 2024-02-29T10:20:30.000Z
//= "2024-02-29T10:20:30.123+05:30" 1709182230123 2024-02-29T04:50:30.123Z
//= "2024" 1704067200000 2024-01-01T00:00:00.000Z
//= "2024-13-01" NaN -
//= "2024-02-30" 1709251200000 2024-03-01T00:00:00.000Z
//= "+012024-01-01T00:00:00Z" 317273587200000 +012024-01-01T00:00:00.000Z
//= "-000001-01-01T00:00:00Z" -62198755200000 -000001-01-01T00:00:00.000Z
//= "2024-01-01T24:00:00Z" 1704153600000 2024-01-02T00:00:00.000Z
//= "2024-01-01T25:00" NaN -
//= "Thu, 01 Jan 1970 00:00:00 GMT" 0 1970-01-01T00:00:00.000Z
//= "Jan 1, 2000" 946684800000 2000-01-01T00:00:00.000Z
//= "1 January 2000 12:30" 946729800000 2000-01-01T12:30:00.000Z
//= "12/25/1995" 819849600000 1995-12-25T00:00:00.000Z
//= "Mon Jan 01 2024 10:00:00 GMT+0200" 1704096000000 2024-01-01T08:00:00.000Z
//= "not a date" NaN -
//= "" NaN -
//= "2024-1-5" 1704412800000 2024-01-05T00:00:00.000Z
//= "2024-06-15T12:00:00-04:00" 1718467200000 2024-06-15T16:00:00.000Z
//= 7 Date string true [object Date] true number true false true
//= 0 Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time) 7 1/31/2019 12:00:00 AM 1/1/1970, 12:00:00 AM
//= this is not a Date object.
//= Cannot convert a Symbol value to a number
//= 365 [ '2024-01', '2024-02', '2024-03' ]
//= 1970-01-01T00:00:00.000Z Stamp 1970-01-01T00:00:00.000Z
