class Query {
  #parts = { select: ["*"], where: [], order: null, limit: Infinity };
  select(...columns) {
    this.#parts.select = columns;
    return this;
  }
  where(strings, ...values) {
    this.#parts.where.push(
      strings.reduce((text, s, i) => text + s + (i < values.length ? JSON.stringify(values[i]) : ""), ""),
    );
    return this;
  }
  order(by, { descending = false } = {}) {
    this.#parts.order = `${by}${descending ? " desc" : ""}`;
    return this;
  }
  limit(n) {
    this.#parts.limit = n;
    return this;
  }
  toString() {
    const { select, where, order, limit } = this.#parts;
    return [
      `select ${select}`,
      where.length && `where ${where.join(" and ")}`,
      order && `order by ${order}`,
      Number.isFinite(limit) && `limit ${limit}`,
    ]
      .filter(Boolean)
      .join(" ");
  }
}
console.log(String(new Query()));
console.log(
  `${new Query().select("a", "b").where`age > ${18}`.where`name = ${"x"}`.order("a", { descending: true }).limit(3)}`,
);
//= select *
//= select a,b where age > 18 and name = "x" order by a desc limit 3
