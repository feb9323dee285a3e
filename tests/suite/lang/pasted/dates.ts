const DAY = 864e5;
const addDays = (d, n) => {
  const r = new Date(d);
  r.setDate(r.getDate() + n);
  return r;
};
const d = new Date("2024-02-28T12:30:00Z");
for (let i = 0; i < 4; i++) console.log(addDays(d, i).toISOString());
console.log(Math.round((new Date("2024-12-25") - new Date("2024-07-04")) / DAY));
const m = new Date(2024, 0, 31);
m.setMonth(1);
console.log(m.toISOString(), m.getMonth(), m.getDate(), m.getDay());
console.log(
  new Date(2024, 1, 0).getDate(),
  new Date(2023, 1, 29).toISOString(),
  new Date(99, 0).getFullYear(),
  new Date(2024, 11, 31, 23, 59, 59, 999).getTime(),
);
console.log(new Date("invalid"), new Date(NaN).getTime(), isNaN(new Date("x")), String(new Date("x")));
try {
  new Date("x").toISOString();
} catch (e) {
  console.log(e.name, e.message);
}
console.log(JSON.stringify({ d: new Date("x"), e: new Date(0) }));
for (const s of [
  "2024-01-01",
  "2024-01-01T10:00",
  "2024-01-01T10:00:00.123456Z",
  "2024-01-01 10:00",
  "2024-01-01 10:00:00",
  "2024/01/05",
  "01/05/2024",
  "1/5/24",
  "Jan 5, 2024",
  "5 Jan 2024",
  "January 5 2024 10:30 PM",
  "Mon, 05 Feb 2024 10:11:12 GMT",
  "Mon Feb 05 2024 10:11:12 GMT+0200 (CEST)",
  "2024-01-01T10",
  "2024-01",
  "2024",
  "20240101",
  "2024-1-5",
  "2024-01-01T10:00:00+05:30",
  "12:30",
  "",
  "2024-13-01",
  "2024-02-30",
  "2024-02-31T00:00:00Z",
  "Jan 2024",
  "2024 Jan",
  "Thu, 01 Jan 1970 00:00:00 GMT+0200",
  "2024-01-01T24:00:00Z",
  "2024-01-01T25:00Z",
  "10:00 2024-01-01",
  "1 January 2024 at 10:00",
  "2024-01-01T10:00:00 Z",
  "tomorrow",
  "1e3",
  "+002024-01-01T00:00:00Z",
  "-000001-01-01T00:00:00Z",
  "Sat, 1 Feb 2020",
  "2020-06-01T00:00:00.1Z",
  "6/1/2020 3:04:05 PM",
  "6-1-2020",
  "2020.06.01",
  "Dec 25, 1995 13:30 EST",
  "  2024-05-05  ",
  "May 1",
  "1",
  "13",
  "32",
  "49",
  "50",
  "99",
  "100",
]) {
  const t = new Date(s);
  console.log(JSON.stringify(s), isNaN(t) ? "Invalid" : t.toISOString());
}
console.log(
  Date.UTC(2024, 1),
  Date.UTC(99, 1),
  new Date(2024, 5).valueOf(),
  new Date(0).getTimezoneOffset(),
  typeof Date(),
  new Date(8.64e15).toISOString(),
  new Date(8.64e15 + 1).getTime(),
);
const s = new Date(2024, 0, 15);
console.log(
  s.setHours(25, 61, 61),
  s.setFullYear(2023, 1, 29),
  s.setMinutes(-1),
  s.setDate(0),
  s.setUTCMonth(14),
  s.toISOString(),
);
console.log(
  s > new Date(0),
  s == new Date(+s),
  +s === +new Date(+s),
  [new Date(3), new Date(1)].sort((a, b) => a - b),
  new Date(new Date(5)),
  new Date("5") - new Date(5) > 0,
);
console.log(d, [d], { d }, new Map([[d, d]]), Object.assign(new Date(0), { x: 1 }));
const relative = (ms) => {
  const units = [
    ["day", DAY],
    ["hour", 36e5],
    ["minute", 6e4],
    ["second", 1e3],
  ];
  for (const [u, size] of units) {
    const n = Math.floor(ms / size);
    if (n >= 1) return `${n} ${u}${n > 1 ? "s" : ""} ago`;
  }
  return "just now";
};
console.log([500, 1500, 61e3, 7.3e6, 2 * DAY + 5].map(relative));
class Clock extends Date {
  tick() {
    this.setTime(this.getTime() + 1000);
    return this;
  }
}
console.log(new Clock(0).tick().toISOString(), new Clock(0) instanceof Date, new Clock(0));
//= 2024-02-28T12:30:00.000Z
//= 2024-02-29T12:30:00.000Z
//= 2024-03-01T12:30:00.000Z
//= 2024-03-02T12:30:00.000Z
//= 174
//= 2024-03-02T00:00:00.000Z 2 2 6
//= 31 2023-03-01T00:00:00.000Z 1999 1735689599999
//= Invalid Date NaN true Invalid Date
//= RangeError Invalid time value
//= {"d":null,"e":"1970-01-01T00:00:00.000Z"}
//= "2024-01-01" 2024-01-01T00:00:00.000Z
//= "2024-01-01T10:00" 2024-01-01T10:00:00.000Z
//= "2024-01-01T10:00:00.123456Z" 2024-01-01T10:00:00.123Z
//= "2024-01-01 10:00" 2024-01-01T10:00:00.000Z
//= "2024-01-01 10:00:00" 2024-01-01T10:00:00.000Z
//= "2024/01/05" 2024-01-05T00:00:00.000Z
//= "01/05/2024" 2024-01-05T00:00:00.000Z
//= "1/5/24" 2024-01-05T00:00:00.000Z
//= "Jan 5, 2024" 2024-01-05T00:00:00.000Z
//= "5 Jan 2024" 2024-01-05T00:00:00.000Z
//= "January 5 2024 10:30 PM" 2024-01-05T22:30:00.000Z
//= "Mon, 05 Feb 2024 10:11:12 GMT" 2024-02-05T10:11:12.000Z
//= "Mon Feb 05 2024 10:11:12 GMT+0200 (CEST)" 2024-02-05T08:11:12.000Z
//= "2024-01-01T10" Invalid
//= "2024-01" 2024-01-01T00:00:00.000Z
//= "2024" 2024-01-01T00:00:00.000Z
//= "20240101" Invalid
//= "2024-1-5" 2024-01-05T00:00:00.000Z
//= "2024-01-01T10:00:00+05:30" 2024-01-01T04:30:00.000Z
//= "12:30" Invalid
//= "" Invalid
//= "2024-13-01" Invalid
//= "2024-02-30" 2024-03-01T00:00:00.000Z
//= "2024-02-31T00:00:00Z" 2024-03-02T00:00:00.000Z
//= "Jan 2024" 2024-01-01T00:00:00.000Z
//= "2024 Jan" 2024-01-01T00:00:00.000Z
//= "Thu, 01 Jan 1970 00:00:00 GMT+0200" 1969-12-31T22:00:00.000Z
//= "2024-01-01T24:00:00Z" 2024-01-02T00:00:00.000Z
//= "2024-01-01T25:00Z" Invalid
//= "10:00 2024-01-01" 2024-01-01T10:00:00.000Z
//= "1 January 2024 at 10:00" Invalid
//= "2024-01-01T10:00:00 Z" Invalid
//= "tomorrow" Invalid
//= "1e3" Invalid
//= "+002024-01-01T00:00:00Z" 2024-01-01T00:00:00.000Z
//= "-000001-01-01T00:00:00Z" -000001-01-01T00:00:00.000Z
//= "Sat, 1 Feb 2020" 2020-02-01T00:00:00.000Z
//= "2020-06-01T00:00:00.1Z" 2020-06-01T00:00:00.100Z
//= "6/1/2020 3:04:05 PM" 2020-06-01T15:04:05.000Z
//= "6-1-2020" 2020-06-01T00:00:00.000Z
//= "2020.06.01" 2020-06-01T00:00:00.000Z
//= "Dec 25, 1995 13:30 EST" 1995-12-25T18:30:00.000Z
//= "  2024-05-05  " 2024-05-05T00:00:00.000Z
//= "May 1" 2001-05-01T00:00:00.000Z
//= "1" 2001-01-01T00:00:00.000Z
//= "13" Invalid
//= "32" 2032-01-01T00:00:00.000Z
//= "49" 2049-01-01T00:00:00.000Z
//= "50" 1950-01-01T00:00:00.000Z
//= "99" 1999-01-01T00:00:00.000Z
//= "100" 0100-01-01T00:00:00.000Z
//= 1706745600000 917827200000 1717200000000 0 string +275760-09-13T00:00:00.000Z NaN
//= 1705370521000 1677636121000 1677635941000 1677549541000 1711591141000 2024-03-28T01:59:01.000Z
//= true false true [ 1970-01-01T00:00:00.001Z, 1970-01-01T00:00:00.003Z ] 1970-01-01T00:00:00.005Z true
//= 2024-02-28T12:30:00.000Z [ 2024-02-28T12:30:00.000Z ] { d: 2024-02-28T12:30:00.000Z } Map(1) { 2024-02-28T12:30:00.000Z => 2024-02-28T12:30:00.000Z } 1970-01-01T00:00:00.000Z { x: 1 }
//= [
//=   'just now',
//=   '1 second ago',
//=   '1 minute ago',
//=   '2 hours ago',
//=   '2 days ago'
//= ]
//= 1970-01-01T00:00:01.000Z true Clock 1970-01-01T00:00:00.000Z
