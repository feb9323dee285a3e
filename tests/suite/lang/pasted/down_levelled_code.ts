var __extends = (function () {
  var extendStatics = function (d, b) {
    extendStatics =
      Object.setPrototypeOf ||
      ({ __proto__: [] } instanceof Array &&
        function (d, b) {
          d.__proto__ = b;
        }) ||
      function (d, b) {
        for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
      };
    return extendStatics(d, b);
  };
  return function (d, b) {
    if (typeof b !== "function" && b !== null)
      throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
    extendStatics(d, b);
    function __() {
      this.constructor = d;
    }
    d.prototype = b === null ? Object.create(b) : ((__.prototype = b.prototype), new __());
  };
})();
var __awaiter = function (thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P
      ? value
      : new P(function (resolve) {
          resolve(value);
        });
  }
  return new (P || (P = Promise))(function (resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var __generator = function (thisArg, body) {
  var _ = {
      label: 0,
      sent: function () {
        if (t[0] & 1) throw t[1];
        return t[1];
      },
      trys: [],
      ops: [],
    },
    f,
    y,
    t,
    g = Object.create((typeof Iterator === "function" ? Iterator : Object).prototype);
  return (
    (g.next = verb(0)),
    (g["throw"] = verb(1)),
    (g["return"] = verb(2)),
    typeof Symbol === "function" &&
      (g[Symbol.iterator] = function () {
        return this;
      }),
    g
  );
  function verb(n) {
    return function (v) {
      return step([n, v]);
    };
  }
  function step(op) {
    if (f) throw new TypeError("Generator is already executing.");
    while ((g && ((g = 0), op[0] && (_ = 0)), _))
      try {
        if (
          ((f = 1),
          y &&
            (t = op[0] & 2 ? y["return"] : op[0] ? y["throw"] || ((t = y["return"]) && t.call(y), 0) : y.next) &&
            !(t = t.call(y, op[1])).done)
        )
          return t;
        if (((y = 0), t)) op = [op[0] & 2, t.value];
        switch (op[0]) {
          case 0:
          case 1:
            t = op;
            break;
          case 4:
            _.label++;
            return { value: op[1], done: false };
          case 5:
            _.label++;
            y = op[1];
            op = [0];
            continue;
          case 7:
            op = _.ops.pop();
            _.trys.pop();
            continue;
          default:
            if (!((t = _.trys), (t = t.length > 0 && t[t.length - 1])) && (op[0] === 6 || op[0] === 2)) {
              _ = 0;
              continue;
            }
            if (op[0] === 3 && (!t || (op[1] > t[0] && op[1] < t[3]))) {
              _.label = op[1];
              break;
            }
            if (op[0] === 6 && _.label < t[1]) {
              _.label = t[1];
              t = op;
              break;
            }
            if (t && _.label < t[2]) {
              _.label = t[2];
              _.ops.push(op);
              break;
            }
            if (t[2]) _.ops.pop();
            _.trys.pop();
            continue;
        }
        op = body.call(thisArg, _);
      } catch (e) {
        op = [6, e];
        y = 0;
      } finally {
        f = t = 0;
      }
    if (op[0] & 5) throw op[1];
    return { value: op[0] ? op[1] : void 0, done: true };
  }
};
var Animal = (function () {
  function Animal(name) {
    this.name = name;
  }
  Animal.prototype.speak = function () {
    return this.name + " speaks";
  };
  Object.defineProperty(Animal.prototype, "upper", {
    get: function () {
      return this.name.toUpperCase();
    },
    enumerable: false,
    configurable: true,
  });
  Animal.create = function (n) {
    return new this(n);
  };
  return Animal;
})();
var Dog = (function (_super) {
  __extends(Dog, _super);
  function Dog() {
    var _this = (_super !== null && _super.apply(this, arguments)) || this;
    _this.tricks = [];
    return _this;
  }
  Dog.prototype.speak = function () {
    return _super.prototype.speak.call(this) + " woof";
  };
  return Dog;
})(Animal);
var d = Dog.create("rex");
console.log(d, d.speak(), d.upper, d instanceof Animal, Object.getPrototypeOf(Dog) === Animal);
for (var k in d) console.log(k);
function work(ms, fail) {
  return __awaiter(this, void 0, void 0, function () {
    var v, e_1;
    return __generator(this, function (_a) {
      switch (_a.label) {
        case 0:
          _a.trys.push([0, 2, 3, 4]);
          return [
            4,
            new Promise(function (r) {
              return setTimeout(r, ms, "v" + ms);
            }),
          ];
        case 1:
          v = _a.sent();
          if (fail) throw new Error("failed " + ms);
          return [2, v];
        case 2:
          e_1 = _a.sent();
          return [2, "caught " + e_1.message];
        case 3:
          console.log("finally", ms);
          return [7];
        case 4:
          return [2];
      }
    });
  });
}
console.log(await Promise.all([work(3), work(1, true)]));
function _classCallCheck(instance, Constructor) {
  if (!(instance instanceof Constructor)) {
    throw new TypeError("Cannot call a class as a function");
  }
}
function _defineProperties(target, props) {
  for (var i = 0; i < props.length; i++) {
    var descriptor = props[i];
    descriptor.enumerable = descriptor.enumerable || false;
    descriptor.configurable = true;
    if ("value" in descriptor) descriptor.writable = true;
    Object.defineProperty(target, descriptor.key, descriptor);
  }
}
function _createClass(C, p, s) {
  if (p) _defineProperties(C.prototype, p);
  if (s) _defineProperties(C, s);
  Object.defineProperty(C, "prototype", { writable: false });
  return C;
}
var Counter = _createClass(
  function Counter() {
    _classCallCheck(this, Counter);
    this.n = 0;
  },
  [
    {
      key: "inc",
      value: function inc() {
        return ++this.n;
      },
    },
    {
      key: "double",
      get: function get() {
        return this.n * 2;
      },
    },
  ],
  [
    {
      key: "zero",
      value: function zero() {
        return new Counter();
      },
    },
  ],
);
var c = Counter.zero();
c.inc();
console.log(c, c.double, Counter, Object.getOwnPropertyNames(Counter.prototype));
try {
  Counter();
} catch (e) {
  console.log(e.message);
}
(function (root, factory) {
  if (typeof define === "function" && define.amd) define([], factory);
  else if (typeof module === "object" && module.exports) module.exports = factory();
  else root.MyLib = factory();
})(typeof globalThis !== "undefined" ? globalThis : this, function () {
  "use strict";
  var lib = { version: "1.2.3" };
  lib.extend = function () {
    var t = arguments[0];
    for (var i = 1; i < arguments.length; i++) for (var key in arguments[i]) t[key] = arguments[i][key];
    return t;
  };
  return lib;
});
console.log(globalThis.MyLib, MyLib.extend({ a: 1 }, { b: 2 }, { a: 3 }));
var slice = Array.prototype.slice,
  hasOwn = {}.hasOwnProperty,
  toString = Object.prototype.toString;
function variadic() {
  var args = slice.call(arguments, 1);
  return [
    args,
    arguments.length,
    toString.call(arguments),
    hasOwn.call(arguments, "0"),
    Array.prototype.map.call("abc", function (c) {
      return c + c;
    }),
    Array.apply(null, { length: 3 }),
    Function.prototype.call.call(slice, [1, 2], 1),
    [].concat.apply([], [[1], [2, 3]]),
    Math.max.apply(null, [1, 5, 2]),
  ];
}
console.log(variadic("x", "y", "z"));
console.log(
  [
    null,
    undefined,
    1,
    "a",
    [],
    {},
    function () {},
    /x/,
    new Date(0),
    new Error("e"),
    true,
    Symbol("s"),
    new Map(),
    new Set(),
    Promise.resolve(),
    (function () {
      return arguments;
    })(),
  ]
    .map(function (x) {
      return toString.call(x);
    })
    .join(),
);
var self = this,
  undef,
  obj = {
    f: function () {
      return typeof this;
    },
    g: () => typeof this,
  };
console.log(
  self,
  typeof undef,
  obj.f(),
  obj.g(),
  (0, obj.f)(),
  obj["f"].call(5),
  function () {
    return this;
  }.call("s"),
);
var i = 0,
  fns = [];
for (var j = 0; j < 3; j++)
  fns.push(function () {
    return j;
  });
for (let l = 0; l < 3; l++)
  fns.push(function () {
    return l;
  });
console.log(
  fns.map(function (f) {
    return f();
  }),
);
console.log(
  [1, 2, 3].reduceRight(function (a, b) {
    return a + "-" + b;
  }),
  "a,b;c".split(/[,;]/),
  parseInt("08"),
  [10, 1, 5].sort(),
  isFinite("12"),
  escape("ä b"),
  unescape("%E4"),
  "abc".substr(1, 1),
  new Date(0).getYear(),
);
//= Dog { name: 'rex', tricks: [] } rex speaks woof REX true true
//= name
//= tricks
//= constructor
//= speak
//= finally 1
//= finally 3
//= [ 'v3', 'caught failed 1' ]
//= Counter { n: 1 } 2 [Function: Counter] [ 'constructor', 'inc', 'double' ]
//= Cannot call a class as a function
//= { version: '1.2.3', extend: [Function (anonymous)] } { a: 3, b: 2 }
//= [
//=   [ 'y', 'z' ],
//=   3,
//=   '[object Arguments]',
//=   true,
//=   [ 'aa', 'bb', 'cc' ],
//=   [ undefined, undefined, undefined ],
//=   [ 2 ],
//=   [ 1, 2, 3 ],
//=   5
//= ]
//= [object Null],[object Undefined],[object Number],[object String],[object Array],[object Object],[object Function],[object RegExp],[object Date],[object Error],[object Boolean],[object Symbol],[object Map],[object Set],[object Promise],[object Arguments]
//= undefined undefined object undefined undefined number s
//= [ 3, 3, 3, 0, 1, 2 ]
//= 3-2-1 [ 'a', 'b', 'c' ] 8 [ 1, 10, 5 ] true %E4%20b ä b 70
