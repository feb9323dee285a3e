// The errors of an AggregateError are not enumerated, whoever has made it.
const show = (e) => {
  console.log(Object.keys(e), e.errors.length, Object.getOwnPropertyDescriptor(e, "errors").enumerable, JSON.stringify(e), e.message);
  console.log({ ...e }, Object.getOwnPropertyNames(e), e instanceof AggregateError);
  for (const one of [e, ...e.errors]) if (one instanceof Error) one.stack = `${one.name}: ${one.message}`;
  console.log(e);
};
await Promise.any([Promise.reject(new Error("a")), Promise.reject(2)]).catch(show);
await Promise.any([]).catch(show);
await Promise.any(new Set([Promise.reject(3)])).catch(show);
show(new AggregateError([new TypeError("b")], "made here"));
class Sub extends Promise {}
await Sub.any([Sub.reject(4)]).catch(show);
//= [] 2 false {} All promises were rejected
//= {} [ 'stack', 'message', 'errors' ] true
//= [AggregateError: All promises were rejected] {
//=   [errors]: [ [Error: a], 2 ]
//= }
//= [] 0 false {} All promises were rejected
//= {} [ 'stack', 'message', 'errors' ] true
//= [AggregateError: All promises were rejected] { [errors]: [] }
//= [] 1 false {} All promises were rejected
//= {} [ 'stack', 'message', 'errors' ] true
//= [AggregateError: All promises were rejected] { [errors]: [ 3 ] }
//= [] 1 false {} made here
//= {} [ 'stack', 'message', 'errors' ] true
//= [AggregateError: made here] { [errors]: [ [TypeError: b] ] }
//= [] 1 false {} All promises were rejected
//= {} [ 'stack', 'message', 'errors' ] true
//= [AggregateError: All promises were rejected] { [errors]: [ 4 ] }
