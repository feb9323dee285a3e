// What the console prints through `console.log`, as Node's console does: tables, groups, counters, stopwatches.
class $console {
  // These are called only when `%s` stands for an object with a conversion of the program's own.
  static log(...data) {
    __consoleLog(...__withTexts(data));
  }
  static info(...data) {
    __consoleLog(...__withTexts(data));
  }
  static debug(...data) {
    __consoleLog(...__withTexts(data));
  }
  static warn(...data) {
    __consoleError(...__withTexts(data));
  }
  static error(...data) {
    __consoleError(...__withTexts(data));
  }
  static table(data?, properties?) {
    if (data === null || typeof data !== "object") return console.log(data);
    if (properties !== undefined && !Array.isArray(properties)) {
      const received = __received(properties);
      throw __coded(
        new TypeError(`The "properties" argument must be an instance of Array. Received ${received}`),
        "ERR_INVALID_ARG_TYPE",
      );
    }
    const kind = __kindOf(data);
    if (kind === "Map") {
      const keys = [];
      const values = [];
      for (const [key, value] of data) {
        keys.push(__cell(key));
        values.push(__cell(value));
      }
      const heads = ["(iteration index)", "Key", "Values"];
      return console.log(__table(heads, [keys.map((_, index) => `${index}`), keys, values]));
    }
    if (kind === "Set") {
      const values = [...data].map(__cell);
      return console.log(__table(["(iteration index)", "Values"], [values.map((_, index) => `${index}`), values]));
    }
    return console.log(__tableOfObject(data, properties));
  }
  static group(...label) {
    if (label.length > 0) console.log(...label);
    __consoleIndent(2);
  }
  static groupCollapsed(...label) {
    if (label.length > 0) console.log(...label);
    __consoleIndent(2);
  }
  static groupEnd() {
    __consoleIndent(-2);
  }
  static dir(value?, options?) {
    const given = __isObject(options) ? options : {};
    let depth = given.depth;
    if (depth === undefined) depth = 2;
    if (depth === null) depth = Infinity;
    console.log("%s", __inspect(value, +depth, 100, 80, !!given.showHidden));
  }
  static dirxml(...data) {
    console.log(...data);
  }
  static count(label?) {
    const name = label === undefined ? "default" : `${label}`;
    console.log("%s", `${name}: ${__consoleCounter(name, false)}`);
  }
  static countReset(label?) {
    const name = label === undefined ? "default" : `${label}`;
    if (!__consoleCounter(name, true)) console.warn("%s", `Warning: Count for '${name}' does not exist`);
  }
  static time(label?) {
    const name = label === undefined ? "default" : `${label}`;
    if (!__consoleTimer(name, 0)) console.warn("%s", `Warning: Label '${name}' already exists for console.time()`);
  }
  static timeLog(label?, ...data) {
    __tellTime(label, 1, "timeLog", data);
  }
  static timeEnd(label?) {
    __tellTime(label, 2, "timeEnd", []);
  }
  static assert(condition?, ...data) {
    if (condition) return;
    data[0] = `Assertion failed${data.length === 0 ? "" : `: ${data[0]}`}`;
    console.warn(...data);
  }
  static trace(...data) {
    const error = new Error(__format(...data));
    error.name = "Trace";
    console.error("%s", error.stack);
  }
  static profile() {}
  static profileEnd() {}
  static timeStamp() {}
}
function __withTexts(data) {
  const parts = data[0].split("%");
  let next = 1;
  for (let i = 1; i < parts.length; i++) {
    if (parts[i] === "") {
      // Two percent signs are one, and what follows them is no placeholder.
      i++;
      continue;
    }
    if (!"sdifjoOc".includes(parts[i][0])) continue;
    if (parts[i][0] === "s" && next < data.length && __isObject(data[next]) && __hasOwnText(data[next])) {
      data[next] = String(data[next]);
    }
    next++;
  }
  return data;
}
// Whether Node converts an object with `String`: its class is not built in, or it has a conversion of its own.
function __hasOwnText(value) {
  if (typeof value[Symbol.toPrimitive] === "function" || typeof value === "function") return true;
  if (typeof value.toString !== "function") return false;
  if (Object.hasOwn(value, "toString")) return true;
  let owner = value;
  do {
    owner = Object.getPrototypeOf(owner);
  } while (!Object.hasOwn(owner, "toString"));
  const made = owner.constructor;
  return !(typeof made === "function" && globalThis[made.name] === made);
}
function __tellTime(label, action, method, data) {
  const name = label === undefined ? "default" : `${label}`;
  const elapsed = __consoleTimer(name, action);
  if (elapsed === undefined) {
    console.warn("%s", `Warning: No such label '${name}' for console.${method}()`);
  } else {
    console.log("%s: %s", name, __timeText(elapsed), ...data);
  }
}
// Milliseconds as Node shows them: `1.5ms`, `2.345s`, `1:02.345 (m:ss.mmm)`.
function __timeText(elapsed) {
  if (elapsed < 1000) return `${Number(elapsed.toFixed(3))}ms`;
  if (elapsed < 60000) return `${(elapsed / 1000).toFixed(3)}s`;
  const hours = Math.floor(elapsed / 3600000);
  const minutes = Math.floor((elapsed % 3600000) / 60000);
  const [seconds, rest] = (((elapsed % 3600000) % 60000) / 1000).toFixed(3).split(".");
  const clock = `${hours > 0 ? minutes.toString().padStart(2, "0") : minutes}:${seconds.padStart(2, "0")}.${rest}`;
  return hours > 0 ? `${hours}:${clock} (h:mm:ss.mmm)` : `${clock} (m:ss.mmm)`;
}
function __cell(value) {
  const isLarge = value !== null && typeof value === "object" && !Array.isArray(value) && Object.keys(value).length > 2;
  return __inspect(value, isLarge ? -1 : 0, 3, Infinity, false);
}
function __tableOfObject(data, properties) {
  const columns = new Map();
  const values = [];
  let hasValues = false;
  const rows = Object.keys(data);
  for (let i = 0; i < rows.length; i++) {
    const item = data[rows[i]];
    if (!__isObject(item)) {
      hasValues = true;
      values[i] = __cell(item);
      continue;
    }
    for (const key of properties === undefined ? Object.keys(item) : properties) {
      const name = __toPropertyKey(key);
      let column = columns.get(name);
      if (column === undefined) {
        column = [];
        columns.set(name, column);
      }
      column[i] = Object.hasOwn(item, name) ? __cell(item[name]) : "";
    }
  }
  // The columns stand in the order in which an object keeps its keys: numbers first.
  const ordered = {};
  for (const [name, column] of columns) ordered[name] = column;
  const heads = ["(index)", ...Object.keys(ordered)];
  const cells = [rows, ...Object.values(ordered)];
  if (hasValues) {
    heads.push("Values");
    cells.push(values);
  }
  return __table(heads, cells);
}
function __table(heads, columns) {
  const height = Math.max(...columns.map((column) => column.length));
  const widths = heads.map((head, index) => {
    let width = __width(head);
    for (let row = 0; row < height; row++) width = Math.max(width, __width(columns[index][row] ?? ""));
    return width;
  });
  const line = (cells) => `│ ${cells.map((cell, index) => cell + " ".repeat(widths[index] - __width(cell))).join(" │ ")} │`;
  const rule = (left, middle, right) => left + widths.map((width) => "─".repeat(width + 2)).join(middle) + right;
  const lines = [rule("┌", "┬", "┐"), line(heads), rule("├", "┼", "┤")];
  for (let row = 0; row < height; row++) lines.push(line(columns.map((column) => column[row] ?? "")));
  lines.push(rule("└", "┴", "┘"));
  return lines.join("\n");
}
