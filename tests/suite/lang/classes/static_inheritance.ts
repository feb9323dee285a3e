class A {
  static made = [];
  static create(...args) {
    const x = new this(...args);
    this.made.push(x.constructor.name);
    return x;
  }
  static get label() {
    return `<${this.name}>`;
  }
  static toString() {
    return "A!" + this.name;
  }
}
class B extends A {
  static create(x) {
    return super.create(x, x);
  }
  constructor(...r) {
    super();
    this.r = r;
  }
}
console.log(B.create(1), A.create(2), A.made, B.made === A.made);
console.log(B.label, A.label, `${B}`, Object.getPrototypeOf(B) === A);
B.made = ["own"];
console.log(A.made, B.made, Object.hasOwn(B, "label"), "label" in B);
console.log(Object.getOwnPropertyNames(B), B.length, A.length, B.name);
class Named {
  static name = "given";
}
console.log(Named.name, Object.getOwnPropertyDescriptor(Named, "name"));
//= B { r: [ 1, 1 ] } A {} [ 'B', 'A' ] true
//= <B> <A> A!B true
//= [ 'B', 'A' ] [ 'own' ] false true
//= [ 'length', 'name', 'prototype', 'create', 'made' ] 0 0 B
//= given {
//=   value: 'given',
//=   writable: true,
//=   enumerable: true,
//=   configurable: true
//= }
