const attempt = (f) => {
  try {
    console.log("ok", f());
  } catch (e) {
    console.log(`${e.name}: ${e.message}`);
  }
};
attempt(() => new Array(1e10));
attempt(() => ([].length = -1));
attempt(() => (1.5).toFixed(200));
attempt(() => (10).toString(99));
attempt(() => (1).toPrecision(1000));
attempt(() => "a".normalize("bad"));
attempt(() => String.fromCodePoint(0x110000));
attempt(() => new Date(NaN).toISOString());
attempt(() => JSON.parse(""));
attempt(() => JSON.parse("{]"));
attempt(() => JSON.parse('{"a":undefined}'));
attempt(() => {
  const a = {};
  a.a = a;
  JSON.stringify(a);
});
attempt(() => Object.setPrototypeOf({}, 1));
attempt(() => Object.create());
attempt(() => Object.defineProperty({}, "a", { get: 1 }));
attempt(() => Object.fromEntries([[1, 2], 3]));
attempt(() => Reflect.ownKeys(1));
attempt(() => new Map([1]));
attempt(() => new WeakMap([[1, 1]]));
attempt(() => new WeakSet([1]));
attempt(() => Map());
attempt(() => Symbol.keyFor(1));
attempt(() => new Symbol());
attempt(() => Array.from(1, 2));
attempt(() => [].reduce((a) => a));
attempt(() => [1].find());
attempt(() => [3, 1].sort(1));
attempt(() => Promise.all.call(undefined, []));
attempt(() => new Promise(5));
attempt(() => Promise.reject.call(1));
attempt(() => Function.prototype.toString.call({}));
attempt(() => Date.prototype.getTime.call(1));
attempt(() => RegExp.prototype.exec.call(1, ""));
attempt(() => Number.prototype.valueOf.call("1"));
attempt(() => String.prototype.valueOf.call(1));
attempt(() => Boolean.prototype.toString.call(1));
attempt(() => Symbol.prototype.toString.call(1));
attempt(() => decodeURI("%E0%A4%A"));
attempt(() => encodeURI("\uD800"));
attempt(() => new WeakRef());
attempt(() => Object.assign(null, {}));
attempt(() => Object.entries(undefined));
attempt(
  () =>
    new (class A {
      constructor() {
        this.#x;
      }
      #x = 1;
      static {}
    })(),
);
attempt(() => Math.max(Symbol()));
attempt(() => [1, 2, 3].with(10, 0));
attempt(() => "abc".matchAll(/b/));
attempt(() => "a".localeCompare());
attempt(() => isNaN(Symbol()));
attempt(() => parseInt(Symbol()));
attempt(() => new Error(Symbol()));
attempt(() => new AggregateError(5));
attempt(() => setTimeout());
attempt(() => new Date(2020, Symbol()));
attempt(() => Array.prototype.push.apply([], { length: -1 }));
//= RangeError: Invalid array length
//= RangeError: Invalid array length
//= RangeError: toFixed() digits argument must be between 0 and 100
//= RangeError: toString() radix argument must be between 2 and 36
//= RangeError: toPrecision() argument must be between 1 and 100
//= RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.
//= RangeError: Invalid code point 1114112
//= RangeError: Invalid time value
//= SyntaxError: Unexpected end of JSON input
//= SyntaxError: Expected property name or '}' in JSON at position 1
//= SyntaxError: Unexpected token 'u', "{"a":undefined}" is not valid JSON
//= TypeError: Converting circular structure to JSON
//=     --> starting at object with constructor 'Object'
//=     --- property 'a' closes the circle
//= TypeError: Object prototype may only be an Object or null: 1
//= TypeError: Object prototype may only be an Object or null: undefined
//= TypeError: Getter must be a function: 1
//= TypeError: Iterator value 3 is not an entry object
//= TypeError: Reflect.ownKeys called on non-object
//= TypeError: Iterator value 1 is not an entry object
//= TypeError: Invalid value used as weak map key
//= TypeError: Invalid value used in weak set
//= TypeError: Constructor Map requires 'new'
//= TypeError: 1 is not a symbol
//= TypeError: Symbol is not a constructor
//= TypeError: 2 is not a function
//= TypeError: Reduce of empty array with no initial value
//= TypeError: undefined is not a function
//= TypeError: The comparison function must be either a function or undefined
//= TypeError: Promise.all called on non-object
//= TypeError: Promise resolver 5 is not a function
//= TypeError: PromiseReject called on non-object
//= TypeError: Function.prototype.toString requires that 'this' be a Function
//= TypeError: this is not a Date object.
//= TypeError: Method RegExp.prototype.exec called on incompatible receiver 1
//= TypeError: Number.prototype.valueOf requires that 'this' be a Number
//= TypeError: String.prototype.valueOf requires that 'this' be a String
//= TypeError: Boolean.prototype.toString requires that 'this' be a Boolean
//= TypeError: Symbol.prototype.toString requires that 'this' be a Symbol
//= URIError: URI malformed
//= URIError: URI malformed
//= TypeError: WeakRef: invalid target
//= TypeError: Cannot convert undefined or null to object
//= TypeError: Cannot convert undefined or null to object
//= ok A {}
//= TypeError: Cannot convert a Symbol value to a number
//= RangeError: Invalid index : 10
//= TypeError: String.prototype.matchAll called with a non-global RegExp argument
//= ok -1
//= TypeError: Cannot convert a Symbol value to a number
//= TypeError: Cannot convert a Symbol value to a string
//= TypeError: Cannot convert a Symbol value to a string
//= TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= TypeError: The "callback" argument must be of type function. Received undefined
//= TypeError: Cannot convert a Symbol value to a number
//= ok 0
