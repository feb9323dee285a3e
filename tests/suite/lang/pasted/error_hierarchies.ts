class AppError extends Error {
  static code = "E_APP";
  constructor(message, { cause, ...meta } = {}) {
    super(message, cause && { cause });
    this.name = new.target.name;
    Object.assign(this, meta);
    Error.captureStackTrace?.(this, new.target);
  }
  get code() {
    return this.constructor.code;
  }
  toJSON() {
    const { name, message, code, cause, ...rest } = {
      ...this,
      name: this.name,
      message: this.message,
      code: this.code,
      cause: this.cause?.message,
    };
    return { name, message, code, cause, ...rest };
  }
  static is(e) {
    return e instanceof this;
  }
  static wrap(e, msg) {
    return e instanceof AppError ? e : new this(msg ?? e.message, { cause: e });
  }
}
class NotFound extends AppError {
  static code = "E_404";
}
class Invalid extends AppError {
  static code = "E_INVALID";
  constructor(fields) {
    super(`invalid: ${Object.keys(fields).join(", ")}`, { fields });
  }
}
const errs = [
  new AppError("plain"),
  new NotFound("missing", { id: 5, cause: new Error("root") }),
  new Invalid({ a: "required", b: "too long" }),
  AppError.wrap(new TypeError("t")),
  NotFound.wrap(new NotFound("x")),
];
for (const e of errs)
  console.log(
    `${e}`,
    e.code,
    JSON.stringify(e),
    Object.keys(e),
    e instanceof Error,
    AppError.is(e),
    NotFound.is(e),
    e.stack.split("\n")[0],
    Object.prototype.toString.call(e),
    "cause" in e,
  );
const levels = async (n) => {
  if (n === 0) throw new RangeError("bottom");
  try {
    await levels(n - 1);
  } catch (e) {
    throw new Error(`level ${n}`, { cause: e });
  }
};
try {
  await levels(3);
} catch (e) {
  for (let x = e, d = 0; x; x = x.cause, d++) console.log("  ".repeat(d) + x.name + ": " + x.message);
}
function cleanup() {
  const log = [];
  const run = (f) => {
    try {
      log.push("try");
      return f();
    } catch (e) {
      log.push(`catch ${e}`);
      return "caught";
    } finally {
      log.push("finally");
    }
  };
  return [
    run(() => "ok"),
    run(() => {
      throw "str";
    }),
    run(() => {
      throw { code: 1 };
    }),
    run(() => {
      throw null;
    }),
    run(() => undefinedFn()),
    log,
  ];
}
console.log(cleanup());
const nested = () => {
  try {
    try {
      throw new Error("1");
    } finally {
      throw new Error("2");
    }
  } catch (e) {
    return e.message;
  } finally {
    console.log("outer finally");
  }
};
console.log(nested());
const swallow = () => {
  for (const i of [1, 2, 3]) {
    try {
      if (i === 2) throw i;
    } catch {
      continue;
    } finally {
      if (i === 3) return "returned from finally";
    }
  }
};
console.log(swallow());
const results = await Promise.allSettled([
  Promise.reject(new NotFound("r")),
  (async () => {
    throw new Invalid({ q: 1 });
  })(),
  Promise.resolve(1),
  new Promise((_, r) => setTimeout(r, 1, "late")),
]);
console.log(results.map((r) => r.status + ":" + (r.reason?.message ?? r.reason ?? r.value)));
try {
  await Promise.any([Promise.reject(new NotFound("a")), Promise.reject(new Invalid({ z: 1 }))]);
} catch (e) {
  console.log(e.name, e.message, e.errors.map(String));
}
const withRetry = (f, n) =>
  f().catch((e) => (n > 0 && !(e instanceof Invalid) ? withRetry(f, n - 1) : Promise.reject(e)));
let c = 0;
console.log(
  await withRetry(async () => {
    if (++c < 3) throw new Error("flaky");
    return c;
  }, 5),
  await withRetry(async () => {
    throw new Invalid({ no: 1 });
  }, 5).catch((e) => e.code),
);
const assert = (cond, msg) => {
  if (!cond)
    throw new (class AssertionError extends Error {
      name = "AssertionError";
    })(msg);
};
try {
  assert(1 > 2, "math");
} catch (e) {
  console.log(String(e), e.constructor.name, Object.keys(e));
}
const e2 = new Error("msg");
e2.name = "Custom";
e2.extra = { a: 1 };
console.log(e2.toString(), Object.entries(e2), e2.propertyIsEnumerable("message"));
const e3 = Object.create(Error.prototype);
console.log(e3 instanceof Error, String(e3), e3.message === "");
console.log(
  [new Error("in array").message],
  new Error("m", { cause: 0 }).cause,
  "cause" in new Error("m"),
  new Error(undefined).message,
  new Error(null).message,
  new Error({ toString: () => "obj" }).message,
  Error("no new") instanceof Error,
  TypeError.prototype.name,
  Error.prototype.toString.call({ name: "N", message: "M" }),
  new AggregateError([1, 2], "agg").errors,
  EvalError.name,
  URIError.length,
);
await Promise.reject(new NotFound("final")).then(
  () => console.log("never"),
  (e) => console.log("second arg", e.message),
);
const p = Promise.reject(new Error("handled later"));
await null;
await p.catch((e) => console.log(e.message));
new Promise((_, rej) => rej(new Error("x")))
  .finally(() => console.log("fin"))
  .catch((e) => console.log("after fin", e.message));
await new Promise((r) => setTimeout(r, 5));
try {
  (() => {
    throw new Error("line1\nline2");
  })();
} catch ({ message: m, stack }) {
  console.log(m.split("\n"), stack.startsWith("Error: line1\nline2\n    at "));
}
try {
  null.x;
} catch (e) {
  const { name, message } = e;
  console.log({ name, message });
}
function f() {
  f();
}
try {
  f();
} catch (e) {
  console.log(e instanceof RangeError, e.message);
}
//= AppError: plain E_APP {"name":"AppError","message":"plain","code":"E_APP"} [ 'name' ] true true false AppError: plain [object Error] false
//= NotFound: missing E_404 {"name":"NotFound","message":"missing","code":"E_404","cause":"root","id":5} [ 'name', 'id' ] true true true NotFound: missing [object Error] true
//= Invalid: invalid: a, b E_INVALID {"name":"Invalid","message":"invalid: a, b","code":"E_INVALID","fields":{"a":"required","b":"too long"}} [ 'name', 'fields' ] true true false Invalid: invalid: a, b [object Error] false
//= AppError: t E_APP {"name":"AppError","message":"t","code":"E_APP","cause":"t"} [ 'name' ] true true false AppError: t [object Error] true
//= NotFound: x E_404 {"name":"NotFound","message":"x","code":"E_404"} [ 'name' ] true true true NotFound: x [object Error] false
//= Error: level 3
//=   Error: level 2
//=     Error: level 1
//=       RangeError: bottom
//= [
//=   'ok',
//=   'caught',
//=   'caught',
//=   'caught',
//=   'caught',
//=   [
//=     'try',
//=     'finally',
//=     'try',
//=     'catch str',
//=     'finally',
//=     'try',
//=     'catch [object Object]',
//=     'finally',
//=     'try',
//=     'catch null',
//=     'finally',
//=     'try',
//=     'catch ReferenceError: undefinedFn is not defined',
//=     'finally'
//=   ]
//= ]
//= outer finally
//= 2
//= returned from finally
//= [ 'rejected:r', 'rejected:invalid: q', 'fulfilled:1', 'rejected:late' ]
//= AggregateError All promises were rejected [ 'NotFound: a', 'Invalid: invalid: z' ]
//= 3 E_INVALID
//= AssertionError: math AssertionError [ 'name' ]
//= Custom: msg [ [ 'name', 'Custom' ], [ 'extra', { a: 1 } ] ] false
//= true Error true
//= [ 'in array' ] 0 false  null obj true TypeError N: M [ 1, 2 ] EvalError 1
//= second arg final
//= handled later
//= fin
//= after fin x
//= [ 'line1', 'line2' ] true
//= {
//=   name: 'TypeError',
//=   message: "Cannot read properties of null (reading 'x')"
//= }
//= true Maximum call stack size exceeded
