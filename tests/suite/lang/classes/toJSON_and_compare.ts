class Version {
  constructor(text) {
    [this.major, this.minor = 0, this.patch = 0] = text.split(".").map(Number);
  }
  static compare(a, b) {
    return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
  }
  toString() {
    return [this.major, this.minor, this.patch].join(".");
  }
  toJSON() {
    return `v${this}`;
  }
  valueOf() {
    return this.major * 1e6 + this.minor * 1e3 + this.patch;
  }
}
const all = ["1.10", "1.2.3", "0.9", "1.2"].map((text) => new Version(text));
console.log(all.sort(Version.compare).join(" < "), JSON.stringify({ all }));
console.log(all[0] < all[1], all[3] > all[2], Math.max(...all), all[0] + 1, `${all[3]}`);
//= 0.9.0 < 1.2.0 < 1.2.3 < 1.10.0 {"all":["v0.9.0","v1.2.0","v1.2.3","v1.10.0"]}
//= true true 1010000 9001 1.10.0
