class Config {
  static defaults = { a: 1 };
  static merged;
  static {
    this.merged = { ...this.defaults, b: 2 };
    const hidden = 3;
    this.peek = () => hidden;
  }
  static {
    try {
      throw new Error("inside");
    } catch (e) {
      this.error = e.message;
    }
  }
  static later = this.merged.b + 1;
  static self = () => this;
  static ["comp" + "uted"] = super.toString === Function.prototype.toString;
}
console.log(Config.merged, Config.peek(), Config.error, Config.later, Config.self() === Config, Config.computed);
class Outer {
  static #secret = 42;
  static Inner = class {
    reveal() {
      return Outer.#secret;
    }
  };
}
console.log(new Outer.Inner().reveal());
var order = [];
class Order {
  static a = order.push("a");
  static {
    order.push("block");
  }
  static b = order.push("b");
}
console.log(order, Order.a, Order.b);
//= { a: 1, b: 2 } 3 inside 3 true true
//= 42
//= [ 'a', 'block', 'b' ] 1 3
