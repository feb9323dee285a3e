const e = new Error("m", { cause: { a: 1 } });
console.log(Object.getOwnPropertyNames(e).sort(), Object.keys(e), e.toString(), e.cause);
console.log(
  Object.getOwnPropertyDescriptor(e, "message"),
  "cause" in new Error("x"),
  new Error("x", { cause: undefined }).hasOwnProperty("cause"),
);
console.log(
  new Error().message === "",
  Object.hasOwn(new Error(), "message"),
  Error("no new") instanceof Error,
  TypeError.prototype.name,
  Error.prototype.message === "",
);
for (const C of [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError])
  console.log(new C("x").name, String(new C("m")), Object.getPrototypeOf(C) === Error, C.length, C.name);
const a = new AggregateError([1, new Error("in")], "many", { cause: 2 });
console.log(a.message, a.errors.length, a.cause, a.name, AggregateError.length);
e.name = "";
console.log(String(e));
e.name = "N";
e.message = "";
console.log(String(e));
e.message = "z";
console.log(String(e));
console.log(Error.prototype.toString.call({ name: "Fake", message: "obj" }), Error.prototype.toString.call({}));
try {
} catch (x) {
  console.log(x.message);
}
console.log(typeof e.stack, e.stack.split("\n")[0], new Error({ toString: () => "converted" }).message);
const o = {};
Error.captureStackTrace(o);
console.log(typeof o.stack);
//= [ 'cause', 'message', 'stack' ] [] Error: m { a: 1 }
//= { value: 'm', writable: true, enumerable: false, configurable: true } false true
//= true false true TypeError true
//= EvalError EvalError: m true 1 EvalError
//= RangeError RangeError: m true 1 RangeError
//= ReferenceError ReferenceError: m true 1 ReferenceError
//= SyntaxError SyntaxError: m true 1 SyntaxError
//= TypeError TypeError: m true 1 TypeError
//= URIError URIError: m true 1 URIError
//= many 2 2 AggregateError 2
//= m
//= N
//= N: z
//= Fake: obj Error
//= string N: z converted
//= string
