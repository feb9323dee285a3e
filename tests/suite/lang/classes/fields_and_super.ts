class Base {
  x = this.init("base");
  constructor() {
    console.log("Base", Object.keys(this), this.y);
  }
  init(v) {
    console.log("init", v, new.target === undefined);
    return v;
  }
}
class Derived extends Base {
  y = this.init("derived");
  constructor() {
    console.log("before super");
    super();
    console.log("after super", this.y);
  }
  init(v) {
    return super.init(v + "!");
  }
}
console.log(new Derived());
class Fields extends Base {
  z = 1;
  arrow = () => this.z;
}
const { arrow } = new Fields();
console.log(arrow());
//= before super
//= init base! true
//= Base [ 'x' ] undefined
//= init derived! true
//= after super derived!
//= Derived { x: 'base!', y: 'derived!' }
//= init base true
//= Base [ 'x' ] undefined
//= 1
