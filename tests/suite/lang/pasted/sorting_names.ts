const w = [
  "item10",
  "item2",
  "Item1",
  "item1",
  "é",
  "e",
  "E",
  "z",
  "a1b10",
  "a1b9",
  "Ä",
  "a",
  "A",
  "_x",
  "10",
  "9",
  "a b",
  "ab",
  "a-b",
  "résumé",
  "Resume",
  "resume",
];
for (const o of [
  undefined,
  {},
  { numeric: true },
  { sensitivity: "base" },
  { sensitivity: "accent" },
  { sensitivity: "case" },
  { sensitivity: "variant" },
  { numeric: true, sensitivity: "base" },
  { caseFirst: "upper" },
  { caseFirst: "lower" },
  { ignorePunctuation: true },
])
  console.log(JSON.stringify(o), [...w].sort((a, b) => a.localeCompare(b, "en", o)).join(" "));
try {
  "a".localeCompare("b", "en", { sensitivity: "x" });
} catch (e) {
  console.log(e.name);
}
console.log(
  "a".localeCompare("A", undefined, { sensitivity: "base" }),
  "7".localeCompare("007", undefined, { numeric: true }),
  ["v1.10", "v1.9", "v1.2"].sort((a, b) => a.localeCompare(b, undefined, { numeric: true })),
);
//= undefined _x 10 9 a A Ä a b a-b a1b10 a1b9 ab e E é item1 Item1 item10 item2 resume Resume résumé z
//= {} _x 10 9 a A Ä a b a-b a1b10 a1b9 ab e E é item1 Item1 item10 item2 resume Resume résumé z
//= {"numeric":true} _x 9 10 a A Ä a b a-b a1b9 a1b10 ab e E é item1 Item1 item2 item10 resume Resume résumé z
//= {"sensitivity":"base"} _x 10 9 Ä a A a b a-b a1b10 a1b9 ab é e E Item1 item1 item10 item2 résumé Resume resume z
//= {"sensitivity":"accent"} _x 10 9 a A Ä a b a-b a1b10 a1b9 ab e E é Item1 item1 item10 item2 Resume resume résumé z
//= {"sensitivity":"case"} _x 10 9 a Ä A a b a-b a1b10 a1b9 ab é e E item1 Item1 item10 item2 résumé resume Resume z
//= {"sensitivity":"variant"} _x 10 9 a A Ä a b a-b a1b10 a1b9 ab e E é item1 Item1 item10 item2 resume Resume résumé z
//= {"numeric":true,"sensitivity":"base"} _x 9 10 Ä a A a b a-b a1b9 a1b10 ab é e E Item1 item1 item2 item10 résumé Resume resume z
//= {"caseFirst":"upper"} _x 10 9 A a Ä a b a-b a1b10 a1b9 ab E e é Item1 item1 item10 item2 Resume resume résumé z
//= {"caseFirst":"lower"} _x 10 9 a A Ä a b a-b a1b10 a1b9 ab e E é item1 Item1 item10 item2 resume Resume résumé z
//= {"ignorePunctuation":true} 10 9 a A Ä a1b10 a1b9 a b ab a-b e E é item1 Item1 item10 item2 resume Resume résumé _x z
//= RangeError
//= 0 0 [ 'v1.2', 'v1.9', 'v1.10' ]
