function plain ( a,b = 2 ) { /* inside */ return a+b } // after
const arrow = async  (x)=>{ await x; };
const concise = x => x*2;
class Base { }
class Account extends Base {
  #balance = 0; // a field
  static #made = 0;
  static { this.ready = true; }
  constructor ( owner ) { super(); this.owner = owner; }
  static   async  open(  ) { return new Account("x"); }
  static /* of all */ get count() { return Account.#made; }
  get balance() { return this.#balance; }
  set balance ( v ) { this.#balance = v; }
  *[Symbol.iterator] () { yield this.#balance; }
  async *pages() {}
  "quoted name"() {}
  static 12() {}
  #hidden ( ) {}
  static text() { return `${new Account("a").#hidden}`; }
  static static() {}
  arrow = (v) => v;
}
const literal = {
  method ( ) { return 1 },
  get value() { return 2 },
  set value(v) {},
  async  later ( ) {},
  [`comp${"uted"}`] () {},
  pair: function ( ) {},
  named: function itself ( ) {},
  short: ()=>({}),
};
const show = (f) => console.log(String(f));
[plain, arrow, concise, Base, Account, Account.open, Account["12"], Account.static].forEach(show);
for (const [owner, key] of [[Account, "count"], [Account.prototype, "balance"], [literal, "value"]]) {
  const { get, set } = Object.getOwnPropertyDescriptor(owner, key);
  show(get);
  show(set);
}
[Account.prototype[Symbol.iterator], Account.prototype.pages, Account.prototype["quoted name"]].forEach(show);
console.log(Account.text());
show(new Account("o").arrow);
show(Account.prototype.constructor === Account);
Object.values(literal).filter((it) => typeof it === "function").forEach(show);
[Array.prototype.push, Math.max, Map, plain.bind(null), Promise, Array.prototype[Symbol.iterator]].forEach(show);
console.log(`${plain}`, plain + "", [concise] + "", "%s|", concise);
console.log("%s and %s", concise, Base);
console.log(plain.toString().length, /inside/.test(plain), JSON.stringify({ plain }));
const wrapped = `ünï \u{1f600} 😀`; const after = () => "😀"; show(after);
class Empty extends class { m() { } } { } show(Empty);
show(function () {}); show(() => { return 1;
});
try {
  Function.prototype.toString.call({});
} catch (error) {
  console.log(error.name, error.message);
}
//= function plain ( a,b = 2 ) { /* inside */ return a+b }
//= async  (x)=>{ await x; }
//= x => x*2
//= class Base { }
//= class Account extends Base {
//=   #balance = 0; // a field
//=   static #made = 0;
//=   static { this.ready = true; }
//=   constructor ( owner ) { super(); this.owner = owner; }
//=   static   async  open(  ) { return new Account("x"); }
//=   static /* of all */ get count() { return Account.#made; }
//=   get balance() { return this.#balance; }
//=   set balance ( v ) { this.#balance = v; }
//=   *[Symbol.iterator] () { yield this.#balance; }
//=   async *pages() {}
//=   "quoted name"() {}
//=   static 12() {}
//=   #hidden ( ) {}
//=   static text() { return `${new Account("a").#hidden}`; }
//=   static static() {}
//=   arrow = (v) => v;
//= }
//= async  open(  ) { return new Account("x"); }
//= 12() {}
//= static() {}
//= get count() { return Account.#made; }
//= undefined
//= get balance() { return this.#balance; }
//= set balance ( v ) { this.#balance = v; }
//= get value() { return 2 }
//= set value(v) {}
//= *[Symbol.iterator] () { yield this.#balance; }
//= async *pages() {}
//= "quoted name"() {}
//= #hidden ( ) {}
//= (v) => v
//= true
//= method ( ) { return 1 }
//= async  later ( ) {}
//= [`comp${"uted"}`] () {}
//= function ( ) {}
//= function itself ( ) {}
//= ()=>({})
//= function push() { [native code] }
//= function max() { [native code] }
//= function Map() { [native code] }
//= function () { [native code] }
//= function Promise() { [native code] }
//= function values() { [native code] }
//= function plain ( a,b = 2 ) { /* inside */ return a+b } function plain ( a,b = 2 ) { /* inside */ return a+b } x => x*2 %s| [Function: concise]
//= x => x*2 and class Base { }
//= 54 true {}
//= () => "😀"
//= class Empty extends class { m() { } } { }
//= function () {}
//= () => { return 1;
//= }
//= TypeError Function.prototype.toString requires that 'this' be a Function
