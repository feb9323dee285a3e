const vals = [
  "",
  " ",
  "0",
  "-0",
  "+5",
  "0x10",
  "0b2",
  "1e",
  "1e5",
  ".",
  "5.",
  "Infinity",
  "-Infinity",
  "infinity",
  "1,000",
  "1 2",
  "\n7\t",
  "null",
  "true",
  null,
  undefined,
  true,
  [],
  [3],
  [1, 2],
  {},
  new Date(5),
  "0x",
  "1__0",
  "٣",
  "\u20001",
];
for (const v of vals)
  console.log(
    typeof v === "string" ? JSON.stringify(v) : String(v),
    Number(v),
    parseInt(v),
    parseFloat(v),
    isNaN(v),
    v == 0,
  );
console.log(
  parseInt("123abc", 10),
  parseInt("0b1"),
  parseInt("-0xF"),
  parseInt("  42"),
  parseInt("4.9"),
  parseInt("1e3"),
  parseInt("zz", 37),
  parseInt("11", 0),
  parseInt("11", "2"),
  parseInt("9007199254740993"),
  parseFloat("1.5.5"),
  parseFloat("-.5"),
  parseFloat("1e1000"),
  parseFloat("0x10"),
  parseFloat("+-1"),
  Number.parseInt === parseInt,
  (12.5).toString(2),
  (255).toString(16).padStart(4, "0"),
  (-7).toString(3),
  (0.1).toString(36).length > 5,
  (0.1).toFixed(20),
  (5).toString(),
  (5).constructor.name,
  (5).toFixed(1),
);
//= "" 0 NaN NaN false true
//= " " 0 NaN NaN false true
//= "0" 0 0 0 false true
//= "-0" -0 -0 -0 false true
//= "+5" 5 5 5 false false
//= "0x10" 16 16 0 false false
//= "0b2" NaN 0 0 true false
//= "1e" NaN 1 1 true false
//= "1e5" 100000 1 100000 false false
//= "." NaN NaN NaN true false
//= "5." 5 5 5 false false
//= "Infinity" Infinity NaN Infinity false false
//= "-Infinity" -Infinity NaN -Infinity false false
//= "infinity" NaN NaN NaN true false
//= "1,000" NaN 1 1 true false
//= "1 2" NaN 1 1 true false
//= "\n7\t" 7 7 7 false false
//= "null" NaN NaN NaN true false
//= "true" NaN NaN NaN true false
//= null 0 NaN NaN false false
//= undefined NaN NaN NaN true false
//= true 1 NaN NaN false false
//=  0 NaN NaN false true
//= 3 3 3 3 false false
//= 1,2 NaN 1 1 true false
//= [object Object] NaN NaN NaN true false
//= Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time) 5 NaN NaN false false
//= "0x" NaN NaN 0 true false
//= "1__0" NaN 1 1 true false
//= "٣" NaN NaN NaN true false
//= " 1" 1 1 1 false false
//= 123 0 -15 42 4 1 NaN 11 3 9007199254740992 1.5 -0.5 Infinity 0 NaN true 1100.1 00ff -21 true 0.10000000000000000555 5 Number 5.0
