const d = new Date(Date.UTC(2024, 1, 29, 12, 34, 56, 789));
console.log(
  d.toISOString(),
  d.getTime(),
  d.getFullYear(),
  d.getMonth(),
  d.getDate(),
  d.getDay(),
  d.getHours(),
  d.getMinutes(),
  d.getSeconds(),
  d.getMilliseconds(),
  d.getTimezoneOffset(),
  d.getUTCDay(),
  d.valueOf() === +d,
);
console.log(
  String(d),
  d.toDateString(),
  d.toTimeString(),
  d.toUTCString(),
  d.toJSON(),
  JSON.stringify({ d }),
  `${d}`,
  d + 1,
  d - 1,
  typeof (d + 0),
);
console.log(d, [d], { d });
d.setMonth(0, 31);
console.log(d.toISOString());
d.setMonth(1);
console.log(d.toISOString());
d.setDate(0);
console.log(d.toISOString());
d.setHours(25, 61, 61, 1001);
console.log(d.toISOString());
d.setFullYear(2023, 11, 31);
console.log(d.toISOString());
console.log(d.setTime(0), d.toISOString(), d.setMinutes(90), d.setUTCSeconds(-1), d.toISOString());
console.log(
  new Date(2020, 0).toISOString(),
  new Date(99, 0).getFullYear(),
  new Date(2020, 12, 0).getDate(),
  new Date(2020, 1, 30).getMonth(),
  new Date(0),
  new Date(8.64e15),
  new Date(8.64e15 + 1),
  new Date(NaN),
  Date.UTC(2020),
  Date.UTC(99, 1, 2, 3, 4, 5, 6),
  new Date(-1).toISOString(),
  new Date(-62198755200000).toISOString(),
  new Date(1e15).toISOString(),
);
try {
  new Date(NaN).toISOString();
} catch (e) {
  console.log(e.name, e.message);
}
console.log(
  new Date(NaN).getTime(),
  JSON.stringify(new Date(NaN)),
  String(new Date("nope")),
  isNaN(new Date("x")),
  new Date(undefined).getDay(),
  new Date(null).getTime(),
  new Date(true).getTime(),
  new Date(new Date(5)).getTime(),
  new Date("5").getFullYear(),
);
//= 2024-02-29T12:34:56.789Z 1709210096789 2024 1 29 4 12 34 56 789 0 4 true
//= Thu Feb 29 2024 12:34:56 GMT+0000 (Coordinated Universal Time) Thu Feb 29 2024 12:34:56 GMT+0000 (Coordinated Universal Time) Thu, 29 Feb 2024 12:34:56 GMT 2024-02-29T12:34:56.789Z {"d":"2024-02-29T12:34:56.789Z"} Thu Feb 29 2024 12:34:56 GMT+0000 (Coordinated Universal Time) Thu Feb 29 2024 12:34:56 GMT+0000 (Coordinated Universal Time)1 1709210096788 string
//= 2024-02-29T12:34:56.789Z [ 2024-02-29T12:34:56.789Z ] { d: 2024-02-29T12:34:56.789Z }
//= 2024-01-31T12:34:56.789Z
//= 2024-03-02T12:34:56.789Z
//= 2024-02-29T12:34:56.789Z
//= 2024-03-01T02:02:02.001Z
//= 2023-12-31T02:02:02.001Z
//= 0 1970-01-01T00:00:00.000Z 5400000 5399000 1970-01-01T01:29:59.000Z
//= 2020-01-01T00:00:00.000Z 1999 31 2 1970-01-01T00:00:00.000Z +275760-09-13T00:00:00.000Z Invalid Date Invalid Date 1577836800000 917924645006 1969-12-31T23:59:59.999Z -000001-01-01T00:00:00.000Z +033658-09-27T01:46:40.000Z
//= RangeError Invalid time value
//= NaN null Invalid Date true NaN 0 1 5 2001
