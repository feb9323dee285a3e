enum Color { Red, Green = 4, Blue, Name = "name" }
const tag = (texts, ...values) => texts.raw;
tag`a${1}\n`;
const literal = {
  __proto__: null,
  get size() { return 1 },
  ["computed"]() { return super.toString() },
  [Color.Blue]: () => 0,
};
undeclared = typeof missing;
function all() { return [arguments.length, new.target, (() => new.target)()] }
