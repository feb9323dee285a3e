class Exporter {
  constructor() {
    if (new.target === Exporter) throw new TypeError("abstract class");
    for (const name of ["head", "row"])
      if (typeof this[name] !== "function") throw new TypeError(`${new.target.name} lacks ${name}`);
  }
  run(rows) {
    return [this.head(Object.keys(rows[0])), ...rows.map((r) => this.row(r)), this.foot?.(rows.length)]
      .filter((x) => x !== undefined)
      .join("\n");
  }
}
class Csv extends Exporter {
  head(keys) {
    return keys.join();
  }
  row(r) {
    return Object.values(r).join();
  }
}
class Md extends Exporter {
  head(keys) {
    return `|${keys.join("|")}|`;
  }
  row(r) {
    return `|${Object.values(r).join("|")}|`;
  }
  foot(n) {
    return `(${n})`;
  }
}
class Broken extends Exporter {
  head() {}
}
const rows = [
  { a: 1, b: "x" },
  { a: 2, b: "y" },
];
for (const C of [Csv, Md, Broken, Exporter])
  try {
    console.log(new C().run(rows));
  } catch (e) {
    console.log(e.message);
  }
//= a,b
//= 1,x
//= 2,y
//= |a|b|
//= |1|x|
//= |2|y|
//= (2)
//= Broken lacks row
//= abstract class
