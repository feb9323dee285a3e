const a = "it's \"quoted\"; \n";
const b = "\ud800 lone";
const c = [0, -0, 1.5, 1e21, 2147483647, 2147483648, -2147483648, 0x10, NaN, Infinity];
const d = "\u2028";
const e = `multi
line ${a}`;
