class AppError extends Error {
  constructor(message, { code = "E_APP", ...rest } = {}) {
    super(message, rest);
    this.code = code;
  }
  get name() {
    return this.constructor.name;
  }
  toJSON() {
    return { name: this.name, message: this.message, code: this.code, cause: this.cause?.message };
  }
  static wrap(e) {
    return e instanceof AppError ? e : new this(e?.message ?? String(e), { cause: e });
  }
}
class NotFound extends AppError {
  constructor(what, options) {
    super(`${what} not found`, { code: "E_404", ...options });
    this.what = what;
  }
}
class Invalid extends AppError {
  constructor(errors) {
    super(`${errors.length} problems`);
    this.errors = errors;
  }
  *[Symbol.iterator]() {
    yield* this.errors;
  }
}
const all = [
  new NotFound("page"),
  new Invalid(["a", "b"]),
  AppError.wrap(new TypeError("t")),
  AppError.wrap("text"),
  AppError.wrap(undefined),
  AppError.wrap(new NotFound("x", { cause: new Error("db") })),
];
for (const e of all)
  console.log(
    String(e),
    e.code,
    JSON.stringify(e),
    e instanceof AppError,
    e instanceof Error,
    Object.prototype.toString.call(e),
  );
console.log(
  [...all[1]],
  Object.keys(all[0]),
  all[0].what,
  all[5].cause.message,
  NotFound.name,
  Object.getPrototypeOf(NotFound) === AppError,
);
const handle = (e) => {
  switch (true) {
    case e instanceof NotFound:
      return 404;
    case e instanceof Invalid:
      return 400;
    case e instanceof AppError:
      return 500;
    default:
      throw e;
  }
};
console.log(all.map(handle));
try {
  handle(new RangeError("unknown"));
} catch (e) {
  console.log(e.name);
}
const codes = { E_404: "missing", [Symbol.toPrimitive]: () => "codes" };
console.log(codes[all[0].code], `${codes}`);
function OldError(m) {
  const e = Error.call(this, m);
  this.message = e.message;
  this.stack = e.stack;
}
OldError.prototype = Object.create(Error.prototype, { constructor: { value: OldError }, name: { value: "OldError" } });
const old = new OldError("legacy");
console.log(String(old), old instanceof Error, old instanceof OldError, Object.prototype.toString.call(old));
await Promise.reject(new NotFound("async")).catch((e) => console.log(e.name, handle(e)));
await Promise.allSettled([
  Promise.reject(new Invalid([1])),
  (async () => {
    throw new NotFound("y");
  })(),
]).then((rs) => console.log(rs.map((r) => r.reason.name)));
//= NotFound: page not found E_404 {"name":"NotFound","message":"page not found","code":"E_404"} true true [object Error]
//= Invalid: 2 problems E_APP {"name":"Invalid","message":"2 problems","code":"E_APP"} true true [object Error]
//= AppError: t E_APP {"name":"AppError","message":"t","code":"E_APP","cause":"t"} true true [object Error]
//= AppError: text E_APP {"name":"AppError","message":"text","code":"E_APP"} true true [object Error]
//= AppError: undefined E_APP {"name":"AppError","message":"undefined","code":"E_APP"} true true [object Error]
//= NotFound: x not found E_404 {"name":"NotFound","message":"x not found","code":"E_404","cause":"db"} true true [object Error]
//= [ 'a', 'b' ] [ 'code', 'what' ] page db NotFound true
//= [ 404, 400, 500, 500, 500, 404 ]
//= RangeError
//= missing codes
//= OldError: legacy true true [object Object]
//= NotFound 404
//= [ 'Invalid', 'NotFound' ]
