const dates = [
  new Date(Date.UTC(2024, 0, 31, 13, 5, 9, 7)),
  new Date(0),
  new Date(Date.UTC(1999, 11, 5, 0, 30)),
  new Date(Date.UTC(2024, 6, 4, 12, 0)),
  new Date(NaN),
];
const D = [
  undefined,
  {},
  { year: "numeric" },
  { year: "2-digit" },
  { month: "long" },
  { month: "short" },
  { month: "numeric" },
  { month: "narrow" },
  { day: "numeric" },
  { day: "2-digit" },
  { weekday: "long" },
  { weekday: "short" },
  { weekday: "narrow" },
  { year: "numeric", month: "long" },
  { year: "numeric", month: "short" },
  { year: "numeric", month: "2-digit" },
  { year: "numeric", month: "numeric" },
  { month: "long", day: "numeric" },
  { month: "short", day: "numeric" },
  { month: "short", day: "2-digit" },
  { month: "2-digit", day: "2-digit" },
  { month: "numeric", day: "numeric" },
  { year: "numeric", month: "long", day: "numeric" },
  { year: "numeric", month: "short", day: "numeric" },
  { year: "numeric", month: "2-digit", day: "2-digit" },
  { year: "2-digit", month: "numeric", day: "numeric" },
  { year: "2-digit", month: "2-digit", day: "2-digit" },
  { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  { weekday: "short", year: "numeric", month: "short", day: "numeric" },
  { weekday: "short", month: "short", day: "numeric" },
  { weekday: "long", month: "long", day: "numeric" },
  { weekday: "short", year: "numeric", month: "numeric", day: "numeric" },
  { weekday: "short", month: "numeric", day: "numeric" },
  { weekday: "long", day: "numeric" },
  { dateStyle: "full" },
  { dateStyle: "long" },
  { dateStyle: "medium" },
  { dateStyle: "short" },
  { timeZone: "UTC" },
  { timeZone: "UTC", year: "numeric", month: "short", day: "numeric" },
  { timeZoneName: "short" },
  { weekday: "long", hour: "numeric" },
  { hour: "2-digit", minute: "2-digit" },
  { month: "long", day: "2-digit", year: "numeric" },
  { weekday: "long", month: "short" },
  { year: "numeric", weekday: "short" },
  { year: "numeric", day: "numeric" },
];
const T = [
  undefined,
  {},
  { hour: "numeric" },
  { hour: "2-digit" },
  { hour: "numeric", minute: "2-digit" },
  { hour: "2-digit", minute: "2-digit" },
  { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  { hour: "numeric", minute: "numeric", second: "numeric" },
  { hour12: false },
  { hour12: true },
  { hourCycle: "h23" },
  { hour: "2-digit", minute: "2-digit", hour12: false },
  { hour: "numeric", hour12: false },
  { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  { minute: "2-digit", second: "2-digit" },
  { minute: "numeric" },
  { minute: "2-digit" },
  { second: "numeric" },
  { second: "2-digit" },
  { timeStyle: "short" },
  { timeStyle: "medium" },
  { timeStyle: "long" },
  { timeStyle: "full" },
  { timeStyle: "short", hour12: false },
  { timeZoneName: "short" },
  { timeZone: "UTC" },
  { fractionalSecondDigits: 3 },
  { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 },
  { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3, hour12: false },
  { hour: "numeric", minute: "2-digit", timeZoneName: "short" },
  { minute: "2-digit", second: "2-digit", fractionalSecondDigits: 1 },
  { hour: "numeric", minute: "2-digit", timeZone: "UTC", timeZoneName: "long" },
  { year: "numeric" },
  { weekday: "short" },
];
const A = [
  ...D,
  ...T,
  { dateStyle: "short", timeStyle: "short" },
  { dateStyle: "medium", timeStyle: "short" },
  { dateStyle: "long", timeStyle: "medium" },
  { dateStyle: "full", timeStyle: "long" },
  { year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" },
  { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
  {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  },
  { month: "short", day: "numeric", hour: "numeric", minute: "numeric" },
  { weekday: "long", hour: "numeric", minute: "2-digit" },
  { weekday: "long", year: "numeric", month: "long", day: "numeric", hour: "numeric" },
  { weekday: "short", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" },
  { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" },
];
const t = (f) => {
  try {
    return f().replace(/\u202f/g, "<NNBSP>");
  } catch (e) {
    return `${e}`;
  }
};
for (const o of D)
  console.log("D", JSON.stringify(o), dates.map((d) => t(() => d.toLocaleDateString("en-US", o))).join(" | "));
for (const o of T)
  console.log("T", JSON.stringify(o), dates.map((d) => t(() => d.toLocaleTimeString("en-US", o))).join(" | "));
for (const o of A)
  console.log("A", JSON.stringify(o), dates.map((d) => t(() => d.toLocaleString("en-US", o))).join(" | "));
const bad = [
  { dateStyle: "full", year: "numeric" },
  { timeStyle: "short" },
  { month: "nope" },
  { dateStyle: "x" },
  { hour12: "yes" },
  { fractionalSecondDigits: 4 },
  { hourCycle: "h25" },
];
for (const o of bad)
  console.log(
    t(() => dates[0].toLocaleDateString("en-US", o)),
    t(() => dates[0].toLocaleTimeString("en-US", { dateStyle: "short" })),
  );
//= D undefined 1/31/2024 | 1/1/1970 | 12/5/1999 | 7/4/2024 | Invalid Date
//= D {} 1/31/2024 | 1/1/1970 | 12/5/1999 | 7/4/2024 | Invalid Date
//= D {"year":"numeric"} 2024 | 1970 | 1999 | 2024 | Invalid Date
//= D {"year":"2-digit"} 24 | 70 | 99 | 24 | Invalid Date
//= D {"month":"long"} January | January | December | July | Invalid Date
//= D {"month":"short"} Jan | Jan | Dec | Jul | Invalid Date
//= D {"month":"numeric"} 1 | 1 | 12 | 7 | Invalid Date
//= D {"month":"narrow"} J | J | D | J | Invalid Date
//= D {"day":"numeric"} 31 | 1 | 5 | 4 | Invalid Date
//= D {"day":"2-digit"} 31 | 01 | 05 | 04 | Invalid Date
//= D {"weekday":"long"} Wednesday | Thursday | Sunday | Thursday | Invalid Date
//= D {"weekday":"short"} Wed | Thu | Sun | Thu | Invalid Date
//= D {"weekday":"narrow"} W | T | S | T | Invalid Date
//= D {"year":"numeric","month":"long"} January 2024 | January 1970 | December 1999 | July 2024 | Invalid Date
//= D {"year":"numeric","month":"short"} Jan 2024 | Jan 1970 | Dec 1999 | Jul 2024 | Invalid Date
//= D {"year":"numeric","month":"2-digit"} 01/2024 | 01/1970 | 12/1999 | 07/2024 | Invalid Date
//= D {"year":"numeric","month":"numeric"} 1/2024 | 1/1970 | 12/1999 | 7/2024 | Invalid Date
//= D {"month":"long","day":"numeric"} January 31 | January 1 | December 5 | July 4 | Invalid Date
//= D {"month":"short","day":"numeric"} Jan 31 | Jan 1 | Dec 5 | Jul 4 | Invalid Date
//= D {"month":"short","day":"2-digit"} Jan 31 | Jan 01 | Dec 05 | Jul 04 | Invalid Date
//= D {"month":"2-digit","day":"2-digit"} 01/31 | 01/01 | 12/05 | 07/04 | Invalid Date
//= D {"month":"numeric","day":"numeric"} 1/31 | 1/1 | 12/5 | 7/4 | Invalid Date
//= D {"year":"numeric","month":"long","day":"numeric"} January 31, 2024 | January 1, 1970 | December 5, 1999 | July 4, 2024 | Invalid Date
//= D {"year":"numeric","month":"short","day":"numeric"} Jan 31, 2024 | Jan 1, 1970 | Dec 5, 1999 | Jul 4, 2024 | Invalid Date
//= D {"year":"numeric","month":"2-digit","day":"2-digit"} 01/31/2024 | 01/01/1970 | 12/05/1999 | 07/04/2024 | Invalid Date
//= D {"year":"2-digit","month":"numeric","day":"numeric"} 1/31/24 | 1/1/70 | 12/5/99 | 7/4/24 | Invalid Date
//= D {"year":"2-digit","month":"2-digit","day":"2-digit"} 01/31/24 | 01/01/70 | 12/05/99 | 07/04/24 | Invalid Date
//= D {"weekday":"long","year":"numeric","month":"long","day":"numeric"} Wednesday, January 31, 2024 | Thursday, January 1, 1970 | Sunday, December 5, 1999 | Thursday, July 4, 2024 | Invalid Date
//= D {"weekday":"short","year":"numeric","month":"short","day":"numeric"} Wed, Jan 31, 2024 | Thu, Jan 1, 1970 | Sun, Dec 5, 1999 | Thu, Jul 4, 2024 | Invalid Date
//= D {"weekday":"short","month":"short","day":"numeric"} Wed, Jan 31 | Thu, Jan 1 | Sun, Dec 5 | Thu, Jul 4 | Invalid Date
//= D {"weekday":"long","month":"long","day":"numeric"} Wednesday, January 31 | Thursday, January 1 | Sunday, December 5 | Thursday, July 4 | Invalid Date
//= D {"weekday":"short","year":"numeric","month":"numeric","day":"numeric"} Wed, 1/31/2024 | Thu, 1/1/1970 | Sun, 12/5/1999 | Thu, 7/4/2024 | Invalid Date
//= D {"weekday":"short","month":"numeric","day":"numeric"} Wed, 1/31 | Thu, 1/1 | Sun, 12/5 | Thu, 7/4 | Invalid Date
//= D {"weekday":"long","day":"numeric"} 31 Wednesday | 1 Thursday | 5 Sunday | 4 Thursday | Invalid Date
//= D {"dateStyle":"full"} Wednesday, January 31, 2024 | Thursday, January 1, 1970 | Sunday, December 5, 1999 | Thursday, July 4, 2024 | Invalid Date
//= D {"dateStyle":"long"} January 31, 2024 | January 1, 1970 | December 5, 1999 | July 4, 2024 | Invalid Date
//= D {"dateStyle":"medium"} Jan 31, 2024 | Jan 1, 1970 | Dec 5, 1999 | Jul 4, 2024 | Invalid Date
//= D {"dateStyle":"short"} 1/31/24 | 1/1/70 | 12/5/99 | 7/4/24 | Invalid Date
//= D {"timeZone":"UTC"} 1/31/2024 | 1/1/1970 | 12/5/1999 | 7/4/2024 | Invalid Date
//= D {"timeZone":"UTC","year":"numeric","month":"short","day":"numeric"} Jan 31, 2024 | Jan 1, 1970 | Dec 5, 1999 | Jul 4, 2024 | Invalid Date
//= D {"timeZoneName":"short"} 1/31/2024, UTC | 1/1/1970, UTC | 12/5/1999, UTC | 7/4/2024, UTC | Invalid Date
//= D {"weekday":"long","hour":"numeric"} Wednesday 1 PM | Thursday 12 AM | Sunday 12 AM | Thursday 12 PM | Invalid Date
//= D {"hour":"2-digit","minute":"2-digit"} 1/31/2024, 01:05 PM | 1/1/1970, 12:00 AM | 12/5/1999, 12:30 AM | 7/4/2024, 12:00 PM | Invalid Date
//= D {"month":"long","day":"2-digit","year":"numeric"} January 31, 2024 | January 01, 1970 | December 05, 1999 | July 04, 2024 | Invalid Date
//= D {"weekday":"long","month":"short"} Jan Wednesday | Jan Thursday | Dec Sunday | Jul Thursday | Invalid Date
//= D {"year":"numeric","weekday":"short"} 2024 Wed | 1970 Thu | 1999 Sun | 2024 Thu | Invalid Date
//= D {"year":"numeric","day":"numeric"} 2024 (day: 31) | 1970 (day: 1) | 1999 (day: 5) | 2024 (day: 4) | Invalid Date
//= T undefined 1:05:09 PM | 12:00:00 AM | 12:30:00 AM | 12:00:00 PM | Invalid Date
//= T {} 1:05:09 PM | 12:00:00 AM | 12:30:00 AM | 12:00:00 PM | Invalid Date
//= T {"hour":"numeric"} 1 PM | 12 AM | 12 AM | 12 PM | Invalid Date
//= T {"hour":"2-digit"} 01 PM | 12 AM | 12 AM | 12 PM | Invalid Date
//= T {"hour":"numeric","minute":"2-digit"} 1:05 PM | 12:00 AM | 12:30 AM | 12:00 PM | Invalid Date
//= T {"hour":"2-digit","minute":"2-digit"} 01:05 PM | 12:00 AM | 12:30 AM | 12:00 PM | Invalid Date
//= T {"hour":"2-digit","minute":"2-digit","second":"2-digit"} 01:05:09 PM | 12:00:00 AM | 12:30:00 AM | 12:00:00 PM | Invalid Date
//= T {"hour":"numeric","minute":"numeric","second":"numeric"} 1:05:09 PM | 12:00:00 AM | 12:30:00 AM | 12:00:00 PM | Invalid Date
//= T {"hour12":false} 13:05:09 | 24:00:00 | 24:30:00 | 12:00:00 | Invalid Date
//= T {"hour12":true} 1:05:09 PM | 12:00:00 AM | 12:30:00 AM | 12:00:00 PM | Invalid Date
//= T {"hourCycle":"h23"} 13:05:09 | 00:00:00 | 00:30:00 | 12:00:00 | Invalid Date
//= T {"hour":"2-digit","minute":"2-digit","hour12":false} 13:05 | 24:00 | 24:30 | 12:00 | Invalid Date
//= T {"hour":"numeric","hour12":false} 13 | 24 | 24 | 12 | Invalid Date
//= T {"hour":"2-digit","minute":"2-digit","hourCycle":"h23"} 13:05 | 00:00 | 00:30 | 12:00 | Invalid Date
//= T {"minute":"2-digit","second":"2-digit"} 05:09 | 00:00 | 30:00 | 00:00 | Invalid Date
//= T {"minute":"numeric"} 5 | 0 | 30 | 0 | Invalid Date
//= T {"minute":"2-digit"} 5 | 0 | 30 | 0 | Invalid Date
//= T {"second":"numeric"} 9 | 0 | 0 | 0 | Invalid Date
//= T {"second":"2-digit"} 9 | 0 | 0 | 0 | Invalid Date
//= T {"timeStyle":"short"} 1:05 PM | 12:00 AM | 12:30 AM | 12:00 PM | Invalid Date
//= T {"timeStyle":"medium"} 1:05:09 PM | 12:00:00 AM | 12:30:00 AM | 12:00:00 PM | Invalid Date
//= T {"timeStyle":"long"} 1:05:09 PM UTC | 12:00:00 AM UTC | 12:30:00 AM UTC | 12:00:00 PM UTC | Invalid Date
//= T {"timeStyle":"full"} 1:05:09 PM Coordinated Universal Time | 12:00:00 AM Coordinated Universal Time | 12:30:00 AM Coordinated Universal Time | 12:00:00 PM Coordinated Universal Time | Invalid Date
//= T {"timeStyle":"short","hour12":false} 13:05 | 24:00 | 24:30 | 12:00 | Invalid Date
//= T {"timeZoneName":"short"} 1:05:09 PM UTC | 12:00:00 AM UTC | 12:30:00 AM UTC | 12:00:00 PM UTC | Invalid Date
//= T {"timeZone":"UTC"} 1:05:09 PM | 12:00:00 AM | 12:30:00 AM | 12:00:00 PM | Invalid Date
//= T {"fractionalSecondDigits":3} 007 | 000 | 000 | 000 | Invalid Date
//= T {"hour":"2-digit","minute":"2-digit","second":"2-digit","fractionalSecondDigits":3} 01:05:09.007 PM | 12:00:00.000 AM | 12:30:00.000 AM | 12:00:00.000 PM | Invalid Date
//= T {"hour":"2-digit","minute":"2-digit","second":"2-digit","fractionalSecondDigits":3,"hour12":false} 13:05:09.007 | 24:00:00.000 | 24:30:00.000 | 12:00:00.000 | Invalid Date
//= T {"hour":"numeric","minute":"2-digit","timeZoneName":"short"} 1:05 PM UTC | 12:00 AM UTC | 12:30 AM UTC | 12:00 PM UTC | Invalid Date
//= T {"minute":"2-digit","second":"2-digit","fractionalSecondDigits":1} 05:09.0 | 00:00.0 | 30:00.0 | 00:00.0 | Invalid Date
//= T {"hour":"numeric","minute":"2-digit","timeZone":"UTC","timeZoneName":"long"} 1:05 PM Coordinated Universal Time | 12:00 AM Coordinated Universal Time | 12:30 AM Coordinated Universal Time | 12:00 PM Coordinated Universal Time | Invalid Date
//= T {"year":"numeric"} 2024, 1:05:09 PM | 1970, 12:00:00 AM | 1999, 12:30:00 AM | 2024, 12:00:00 PM | Invalid Date
//= T {"weekday":"short"} Wed 1:05:09 PM | Thu 12:00:00 AM | Sun 12:30:00 AM | Thu 12:00:00 PM | Invalid Date
//= A undefined 1/31/2024, 1:05:09 PM | 1/1/1970, 12:00:00 AM | 12/5/1999, 12:30:00 AM | 7/4/2024, 12:00:00 PM | Invalid Date
//= A {} 1/31/2024, 1:05:09 PM | 1/1/1970, 12:00:00 AM | 12/5/1999, 12:30:00 AM | 7/4/2024, 12:00:00 PM | Invalid Date
//= A {"year":"numeric"} 2024 | 1970 | 1999 | 2024 | Invalid Date
//= A {"year":"2-digit"} 24 | 70 | 99 | 24 | Invalid Date
//= A {"month":"long"} January | January | December | July | Invalid Date
//= A {"month":"short"} Jan | Jan | Dec | Jul | Invalid Date
//= A {"month":"numeric"} 1 | 1 | 12 | 7 | Invalid Date
//= A {"month":"narrow"} J | J | D | J | Invalid Date
//= A {"day":"numeric"} 31 | 1 | 5 | 4 | Invalid Date
//= A {"day":"2-digit"} 31 | 01 | 05 | 04 | Invalid Date
//= A {"weekday":"long"} Wednesday | Thursday | Sunday | Thursday | Invalid Date
//= A {"weekday":"short"} Wed | Thu | Sun | Thu | Invalid Date
//= A {"weekday":"narrow"} W | T | S | T | Invalid Date
//= A {"year":"numeric","month":"long"} January 2024 | January 1970 | December 1999 | July 2024 | Invalid Date
//= A {"year":"numeric","month":"short"} Jan 2024 | Jan 1970 | Dec 1999 | Jul 2024 | Invalid Date
//= A {"year":"numeric","month":"2-digit"} 01/2024 | 01/1970 | 12/1999 | 07/2024 | Invalid Date
//= A {"year":"numeric","month":"numeric"} 1/2024 | 1/1970 | 12/1999 | 7/2024 | Invalid Date
//= A {"month":"long","day":"numeric"} January 31 | January 1 | December 5 | July 4 | Invalid Date
//= A {"month":"short","day":"numeric"} Jan 31 | Jan 1 | Dec 5 | Jul 4 | Invalid Date
//= A {"month":"short","day":"2-digit"} Jan 31 | Jan 01 | Dec 05 | Jul 04 | Invalid Date
//= A {"month":"2-digit","day":"2-digit"} 01/31 | 01/01 | 12/05 | 07/04 | Invalid Date
//= A {"month":"numeric","day":"numeric"} 1/31 | 1/1 | 12/5 | 7/4 | Invalid Date
//= A {"year":"numeric","month":"long","day":"numeric"} January 31, 2024 | January 1, 1970 | December 5, 1999 | July 4, 2024 | Invalid Date
//= A {"year":"numeric","month":"short","day":"numeric"} Jan 31, 2024 | Jan 1, 1970 | Dec 5, 1999 | Jul 4, 2024 | Invalid Date
//= A {"year":"numeric","month":"2-digit","day":"2-digit"} 01/31/2024 | 01/01/1970 | 12/05/1999 | 07/04/2024 | Invalid Date
//= A {"year":"2-digit","month":"numeric","day":"numeric"} 1/31/24 | 1/1/70 | 12/5/99 | 7/4/24 | Invalid Date
//= A {"year":"2-digit","month":"2-digit","day":"2-digit"} 01/31/24 | 01/01/70 | 12/05/99 | 07/04/24 | Invalid Date
//= A {"weekday":"long","year":"numeric","month":"long","day":"numeric"} Wednesday, January 31, 2024 | Thursday, January 1, 1970 | Sunday, December 5, 1999 | Thursday, July 4, 2024 | Invalid Date
//= A {"weekday":"short","year":"numeric","month":"short","day":"numeric"} Wed, Jan 31, 2024 | Thu, Jan 1, 1970 | Sun, Dec 5, 1999 | Thu, Jul 4, 2024 | Invalid Date
//= A {"weekday":"short","month":"short","day":"numeric"} Wed, Jan 31 | Thu, Jan 1 | Sun, Dec 5 | Thu, Jul 4 | Invalid Date
//= A {"weekday":"long","month":"long","day":"numeric"} Wednesday, January 31 | Thursday, January 1 | Sunday, December 5 | Thursday, July 4 | Invalid Date
//= A {"weekday":"short","year":"numeric","month":"numeric","day":"numeric"} Wed, 1/31/2024 | Thu, 1/1/1970 | Sun, 12/5/1999 | Thu, 7/4/2024 | Invalid Date
//= A {"weekday":"short","month":"numeric","day":"numeric"} Wed, 1/31 | Thu, 1/1 | Sun, 12/5 | Thu, 7/4 | Invalid Date
//= A {"weekday":"long","day":"numeric"} 31 Wednesday | 1 Thursday | 5 Sunday | 4 Thursday | Invalid Date
//= A {"dateStyle":"full"} Wednesday, January 31, 2024 | Thursday, January 1, 1970 | Sunday, December 5, 1999 | Thursday, July 4, 2024 | Invalid Date
//= A {"dateStyle":"long"} January 31, 2024 | January 1, 1970 | December 5, 1999 | July 4, 2024 | Invalid Date
//= A {"dateStyle":"medium"} Jan 31, 2024 | Jan 1, 1970 | Dec 5, 1999 | Jul 4, 2024 | Invalid Date
//= A {"dateStyle":"short"} 1/31/24 | 1/1/70 | 12/5/99 | 7/4/24 | Invalid Date
//= A {"timeZone":"UTC"} 1/31/2024, 1:05:09 PM | 1/1/1970, 12:00:00 AM | 12/5/1999, 12:30:00 AM | 7/4/2024, 12:00:00 PM | Invalid Date
//= A {"timeZone":"UTC","year":"numeric","month":"short","day":"numeric"} Jan 31, 2024 | Jan 1, 1970 | Dec 5, 1999 | Jul 4, 2024 | Invalid Date
//= A {"timeZoneName":"short"} 1/31/2024, 1:05:09 PM UTC | 1/1/1970, 12:00:00 AM UTC | 12/5/1999, 12:30:00 AM UTC | 7/4/2024, 12:00:00 PM UTC | Invalid Date
//= A {"weekday":"long","hour":"numeric"} Wednesday 1 PM | Thursday 12 AM | Sunday 12 AM | Thursday 12 PM | Invalid Date
//= A {"hour":"2-digit","minute":"2-digit"} 01:05 PM | 12:00 AM | 12:30 AM | 12:00 PM | Invalid Date
//= A {"month":"long","day":"2-digit","year":"numeric"} January 31, 2024 | January 01, 1970 | December 05, 1999 | July 04, 2024 | Invalid Date
//= A {"weekday":"long","month":"short"} Jan Wednesday | Jan Thursday | Dec Sunday | Jul Thursday | Invalid Date
//= A {"year":"numeric","weekday":"short"} 2024 Wed | 1970 Thu | 1999 Sun | 2024 Thu | Invalid Date
//= A {"year":"numeric","day":"numeric"} 2024 (day: 31) | 1970 (day: 1) | 1999 (day: 5) | 2024 (day: 4) | Invalid Date
//= A undefined 1/31/2024, 1:05:09 PM | 1/1/1970, 12:00:00 AM | 12/5/1999, 12:30:00 AM | 7/4/2024, 12:00:00 PM | Invalid Date
//= A {} 1/31/2024, 1:05:09 PM | 1/1/1970, 12:00:00 AM | 12/5/1999, 12:30:00 AM | 7/4/2024, 12:00:00 PM | Invalid Date
//= A {"hour":"numeric"} 1 PM | 12 AM | 12 AM | 12 PM | Invalid Date
//= A {"hour":"2-digit"} 01 PM | 12 AM | 12 AM | 12 PM | Invalid Date
//= A {"hour":"numeric","minute":"2-digit"} 1:05 PM | 12:00 AM | 12:30 AM | 12:00 PM | Invalid Date
//= A {"hour":"2-digit","minute":"2-digit"} 01:05 PM | 12:00 AM | 12:30 AM | 12:00 PM | Invalid Date
//= A {"hour":"2-digit","minute":"2-digit","second":"2-digit"} 01:05:09 PM | 12:00:00 AM | 12:30:00 AM | 12:00:00 PM | Invalid Date
//= A {"hour":"numeric","minute":"numeric","second":"numeric"} 1:05:09 PM | 12:00:00 AM | 12:30:00 AM | 12:00:00 PM | Invalid Date
//= A {"hour12":false} 1/31/2024, 13:05:09 | 1/1/1970, 24:00:00 | 12/5/1999, 24:30:00 | 7/4/2024, 12:00:00 | Invalid Date
//= A {"hour12":true} 1/31/2024, 1:05:09 PM | 1/1/1970, 12:00:00 AM | 12/5/1999, 12:30:00 AM | 7/4/2024, 12:00:00 PM | Invalid Date
//= A {"hourCycle":"h23"} 1/31/2024, 13:05:09 | 1/1/1970, 00:00:00 | 12/5/1999, 00:30:00 | 7/4/2024, 12:00:00 | Invalid Date
//= A {"hour":"2-digit","minute":"2-digit","hour12":false} 13:05 | 24:00 | 24:30 | 12:00 | Invalid Date
//= A {"hour":"numeric","hour12":false} 13 | 24 | 24 | 12 | Invalid Date
//= A {"hour":"2-digit","minute":"2-digit","hourCycle":"h23"} 13:05 | 00:00 | 00:30 | 12:00 | Invalid Date
//= A {"minute":"2-digit","second":"2-digit"} 05:09 | 00:00 | 30:00 | 00:00 | Invalid Date
//= A {"minute":"numeric"} 5 | 0 | 30 | 0 | Invalid Date
//= A {"minute":"2-digit"} 5 | 0 | 30 | 0 | Invalid Date
//= A {"second":"numeric"} 9 | 0 | 0 | 0 | Invalid Date
//= A {"second":"2-digit"} 9 | 0 | 0 | 0 | Invalid Date
//= A {"timeStyle":"short"} 1:05 PM | 12:00 AM | 12:30 AM | 12:00 PM | Invalid Date
//= A {"timeStyle":"medium"} 1:05:09 PM | 12:00:00 AM | 12:30:00 AM | 12:00:00 PM | Invalid Date
//= A {"timeStyle":"long"} 1:05:09 PM UTC | 12:00:00 AM UTC | 12:30:00 AM UTC | 12:00:00 PM UTC | Invalid Date
//= A {"timeStyle":"full"} 1:05:09 PM Coordinated Universal Time | 12:00:00 AM Coordinated Universal Time | 12:30:00 AM Coordinated Universal Time | 12:00:00 PM Coordinated Universal Time | Invalid Date
//= A {"timeStyle":"short","hour12":false} 13:05 | 24:00 | 24:30 | 12:00 | Invalid Date
//= A {"timeZoneName":"short"} 1/31/2024, 1:05:09 PM UTC | 1/1/1970, 12:00:00 AM UTC | 12/5/1999, 12:30:00 AM UTC | 7/4/2024, 12:00:00 PM UTC | Invalid Date
//= A {"timeZone":"UTC"} 1/31/2024, 1:05:09 PM | 1/1/1970, 12:00:00 AM | 12/5/1999, 12:30:00 AM | 7/4/2024, 12:00:00 PM | Invalid Date
//= A {"fractionalSecondDigits":3} 007 | 000 | 000 | 000 | Invalid Date
//= A {"hour":"2-digit","minute":"2-digit","second":"2-digit","fractionalSecondDigits":3} 01:05:09.007 PM | 12:00:00.000 AM | 12:30:00.000 AM | 12:00:00.000 PM | Invalid Date
//= A {"hour":"2-digit","minute":"2-digit","second":"2-digit","fractionalSecondDigits":3,"hour12":false} 13:05:09.007 | 24:00:00.000 | 24:30:00.000 | 12:00:00.000 | Invalid Date
//= A {"hour":"numeric","minute":"2-digit","timeZoneName":"short"} 1:05 PM UTC | 12:00 AM UTC | 12:30 AM UTC | 12:00 PM UTC | Invalid Date
//= A {"minute":"2-digit","second":"2-digit","fractionalSecondDigits":1} 05:09.0 | 00:00.0 | 30:00.0 | 00:00.0 | Invalid Date
//= A {"hour":"numeric","minute":"2-digit","timeZone":"UTC","timeZoneName":"long"} 1:05 PM Coordinated Universal Time | 12:00 AM Coordinated Universal Time | 12:30 AM Coordinated Universal Time | 12:00 PM Coordinated Universal Time | Invalid Date
//= A {"year":"numeric"} 2024 | 1970 | 1999 | 2024 | Invalid Date
//= A {"weekday":"short"} Wed | Thu | Sun | Thu | Invalid Date
//= A {"dateStyle":"short","timeStyle":"short"} 1/31/24, 1:05 PM | 1/1/70, 12:00 AM | 12/5/99, 12:30 AM | 7/4/24, 12:00 PM | Invalid Date
//= A {"dateStyle":"medium","timeStyle":"short"} Jan 31, 2024, 1:05 PM | Jan 1, 1970, 12:00 AM | Dec 5, 1999, 12:30 AM | Jul 4, 2024, 12:00 PM | Invalid Date
//= A {"dateStyle":"long","timeStyle":"medium"} January 31, 2024 at 1:05:09 PM | January 1, 1970 at 12:00:00 AM | December 5, 1999 at 12:30:00 AM | July 4, 2024 at 12:00:00 PM | Invalid Date
//= A {"dateStyle":"full","timeStyle":"long"} Wednesday, January 31, 2024 at 1:05:09 PM UTC | Thursday, January 1, 1970 at 12:00:00 AM UTC | Sunday, December 5, 1999 at 12:30:00 AM UTC | Thursday, July 4, 2024 at 12:00:00 PM UTC | Invalid Date
//= A {"year":"numeric","month":"long","day":"numeric","hour":"numeric","minute":"2-digit"} January 31, 2024 at 1:05 PM | January 1, 1970 at 12:00 AM | December 5, 1999 at 12:30 AM | July 4, 2024 at 12:00 PM | Invalid Date
//= A {"year":"numeric","month":"short","day":"numeric","hour":"2-digit","minute":"2-digit"} Jan 31, 2024, 01:05 PM | Jan 1, 1970, 12:00 AM | Dec 5, 1999, 12:30 AM | Jul 4, 2024, 12:00 PM | Invalid Date
//= A {"year":"numeric","month":"2-digit","day":"2-digit","hour":"2-digit","minute":"2-digit","second":"2-digit","hour12":false} 01/31/2024, 13:05:09 | 01/01/1970, 24:00:00 | 12/05/1999, 24:30:00 | 07/04/2024, 12:00:00 | Invalid Date
//= A {"month":"short","day":"numeric","hour":"numeric","minute":"numeric"} Jan 31, 1:05 PM | Jan 1, 12:00 AM | Dec 5, 12:30 AM | Jul 4, 12:00 PM | Invalid Date
//= A {"weekday":"long","hour":"numeric","minute":"2-digit"} Wednesday 1:05 PM | Thursday 12:00 AM | Sunday 12:30 AM | Thursday 12:00 PM | Invalid Date
//= A {"weekday":"long","year":"numeric","month":"long","day":"numeric","hour":"numeric"} Wednesday, January 31, 2024 at 1 PM | Thursday, January 1, 1970 at 12 AM | Sunday, December 5, 1999 at 12 AM | Thursday, July 4, 2024 at 12 PM | Invalid Date
//= A {"weekday":"short","month":"long","day":"numeric","hour":"numeric","minute":"2-digit"} Wed, January 31 at 1:05 PM | Thu, January 1 at 12:00 AM | Sun, December 5 at 12:30 AM | Thu, July 4 at 12:00 PM | Invalid Date
//= A {"dateStyle":"medium","timeStyle":"medium","timeZone":"UTC"} Jan 31, 2024, 1:05:09 PM | Jan 1, 1970, 12:00:00 AM | Dec 5, 1999, 12:30:00 AM | Jul 4, 2024, 12:00:00 PM | Invalid Date
//= TypeError: Can't set option year when dateStyle is used TypeError: Invalid option : dateStyle
//= TypeError: Invalid option : timeStyle TypeError: Invalid option : dateStyle
//= RangeError: Value nope out of range for Date.prototype.toLocaleDateString options property month TypeError: Invalid option : dateStyle
//= RangeError: Value x out of range for Date.prototype.toLocaleDateString options property dateStyle TypeError: Invalid option : dateStyle
//= 1/31/2024 TypeError: Invalid option : dateStyle
//= RangeError: fractionalSecondDigits value is out of range. TypeError: Invalid option : dateStyle
//= RangeError: Value h25 out of range for Date.prototype.toLocaleDateString options property hourCycle TypeError: Invalid option : dateStyle
