// UTC setters: overflow, several arguments, NaN, what they give back.
const d = new Date(Date.UTC(2024, 0, 31, 12));
console.log(d.setUTCMonth(1), d.toISOString());
console.log(d.setUTCDate(0), d.toISOString(), d.setUTCDate(-30), d.toISOString());
d.setUTCFullYear(2023, 1, 29);
console.log(d.toISOString(), d.getUTCDay());
d.setUTCHours(25, 61, 61, 1001);
console.log(d.toISOString(), d.setUTCMinutes(-1), d.toISOString());
d.setUTCSeconds(3.9, "7");
d.setUTCMilliseconds(-1);
console.log(d.toISOString());
console.log(d.setUTCHours(), d.getTime(), String(d), d.toJSON(), JSON.stringify({ d }), d.setUTCDate(1), d.getUTCFullYear());
console.log(d.setUTCFullYear(2020), d.toISOString(), d.setTime("5"), +d, d.setTime(8.64e15 + 1));
try {
  d.toISOString();
} catch (e) {
  console.log(e.name, e.message);
}
console.log(d, [d], new Date(0), { at: new Date(1e12) });
const y = new Date(Date.UTC(-1, 0));
console.log(y.toISOString(), new Date(253402300800000).toISOString(), new Date(0).setUTCFullYear(0), y.toUTCString());
console.log(new Date(0)[Symbol.toPrimitive]("number"), `${new Date(0)}`, new Date(0) + 1, new Date(7) - 2, new Date(3) > new Date(2));
console.log(new Date(2024, 0).getTimezoneOffset(), new Date(0).toDateString(), new Date(0).toTimeString(), typeof Date(), Date.length);
//= 1709380800000 2024-03-02T12:00:00.000Z
//= 1709208000000 2024-02-29T12:00:00.000Z 1704110400000 2024-01-01T12:00:00.000Z
//= 2023-03-01T12:00:00.000Z 3
//= 2023-03-02T02:02:02.001Z 1677722342001 2023-03-02T01:59:02.001Z
//= 2023-03-02T01:59:02.999Z
//= NaN NaN Invalid Date null {"d":null} NaN NaN
//= 1577836800000 2020-01-01T00:00:00.000Z 5 5 NaN
//= RangeError Invalid time value
//= Invalid Date [ Invalid Date ] 1970-01-01T00:00:00.000Z { at: 2001-09-09T01:46:40.000Z }
//= -000001-01-01T00:00:00.000Z +010000-01-01T00:00:00.000Z -62167219200000 Fri, 01 Jan -0001 00:00:00 GMT
//= 0 Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time) Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)1 5 true
//= 0 Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time) string 7
