function F() {
  return new.target === undefined ? "called" : { constructed: new.target === F };
}
console.log(F(), new F());
class A {
  constructor() {
    this.made = new.target.name;
    const f = () => new.target;
    this.same = f() === new.target;
  }
}
class B extends A {}
console.log(new A(), new B());
class Abstract {
  constructor() {
    if (new.target === Abstract) throw new TypeError("abstract");
  }
}
class Concrete extends Abstract {}
try {
  new Abstract();
} catch (e) {
  console.log(e.message);
}
console.log(new Concrete() instanceof Abstract);
class Other {}
const made = Reflect.construct(A, [], Other);
console.log(made.made, made instanceof A, made instanceof Other);
//= called { constructed: true }
//= A { made: 'A', same: true } B { made: 'B', same: true }
//= abstract
//= true
//= Other false true
