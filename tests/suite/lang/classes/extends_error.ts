class HttpError extends Error {
  constructor(status, message, options) {
    super(message, options);
    this.status = status;
  }
  get name() {
    return "HttpError";
  }
}
class NotFound extends HttpError {
  constructor(what) {
    super(404, `${what} not found`, { cause: what });
  }
}
const e = new NotFound("page");
console.log(String(e), e.status, e.cause, e instanceof NotFound, e instanceof HttpError, e instanceof Error);
try {
  throw e;
} catch ({ status, message }) {
  console.log(status, message);
}
class Plain extends TypeError {}
console.log(new Plain("x").name, String(new Plain("y")), new Plain() instanceof TypeError, Plain.prototype.name);
class Own extends Error {
  name = "Own";
}
console.log(
  String(new Own("m")),
  Object.getOwnPropertyNames(new Own("m")).filter((k) => k !== "stack"),
);
const p = Promise.reject(new NotFound("async"));
await p.catch((x) => console.log(x.constructor.name, x.message));
//= HttpError: page not found 404 page true true true
//= 404 page not found
//= TypeError TypeError: y true TypeError
//= Own: m [ 'message', 'name' ]
//= NotFound async not found
