let reads = 0;
const o = {
  get x() {
    return ++reads;
  },
  set x(v) {
    console.log("set", v);
  },
};
o.x += 10;
o.x++;
console.log(o.x, reads);
o.x ??= 5;
o.x ||= 6;
o.x &&= 7;
const { x, ...rest } = o;
console.log(x, rest, { ...o }, Object.assign({}, o), JSON.stringify(o), Object.entries(o));
Object.defineProperty(o, "hidden", {
  get() {
    return this === o;
  },
});
console.log(o.hidden, Object.create(o).hidden, o);
class Lazy {
  get value() {
    const v = Math.PI;
    Object.defineProperty(this, "value", { value: v, enumerable: true });
    return v;
  }
}
const lazy = new Lazy();
console.log(lazy, lazy.value === lazy.value, lazy);
//= set 11
//= set 3
//= 3 3
//= set 7
//= 7 {} { x: 8 } { x: 9 } {"x":10} [ [ 'x', 11 ] ]
//= true false { x: [Getter/Setter] }
//= Lazy { value: 3.141592653589793 } true Lazy { value: 3.141592653589793 }
