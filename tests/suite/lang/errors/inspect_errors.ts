const first = (x) => x.split("\n")[0];
import_free: {
  const e = new TypeError("bad");
  e.code = "E_BAD";
  e.stack = "TypeError: bad\n    at somewhere";
  console.log(e);
  console.log([e]);
  console.log({ e });
  const c = new Error("outer", { cause: e });
  c.stack = "Error: outer\n    at here";
  console.log(c);
}
const n = new Error("no stack");
n.stack = undefined;
const m = new RangeError("multi\nline");
m.stack = "RangeError: multi\nline";
console.log(m);
const named = new Error("x");
named.stack = "Error: x";
named.name = "Renamed";
console.log(named);
const agg = new AggregateError([1], "agg");
agg.stack = "AggregateError: agg";
console.log(agg);
class Own extends Error {
  constructor() {
    super("own");
    this.extra = { deep: { deeper: {} } };
    this.stack = "Error: own";
  }
}
console.log(new Own());
console.log(`${new Error("tpl")}`, "" + new TypeError(), [new Error("in array")].join());
//= TypeError: bad
//=     at somewhere {
//=   code: 'E_BAD'
//= }
//= [
//=   TypeError: bad
//=       at somewhere {
//=     code: 'E_BAD'
//=   }
//= ]
//= {
//=   e: TypeError: bad
//=       at somewhere {
//=     code: 'E_BAD'
//=   }
//= }
//= Error: outer
//=     at here {
//=   [cause]: TypeError: bad
//=       at somewhere {
//=     code: 'E_BAD'
//=   }
//= }
//= [RangeError: multi
//= line]
//= [Error: x] { name: 'Renamed' }
//= [AggregateError: agg] { [errors]: [ 1 ] }
//= [Own [Error]: own] { extra: { deep: { deeper: {} } } }
//= Error: tpl TypeError Error: in array
