const attempt = (f) => {
  try {
    console.log("ok", f());
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
};
const frozen = Object.freeze({ a: 1, nested: { b: 2 }, list: [1] });
attempt(() => (frozen.a = 2));
attempt(() => (frozen.c = 2));
attempt(() => delete frozen.a);
frozen.nested.b = 3;
frozen.list.push(2);
console.log(frozen, Object.isFrozen(frozen), Object.isFrozen(frozen.list));
const list = Object.freeze([1, 2]);
attempt(() => list.push(3));
attempt(() => (list[0] = 9));
attempt(() => (list.length = 0));
attempt(() => list.sort());
attempt(() => list.pop());
const sealed = Object.seal({ a: 1 });
attempt(() => (sealed.a = 2));
attempt(() => delete sealed.a);
attempt(() => (sealed.b = 1));
const fixed = Object.preventExtensions({ a: 1 });
attempt(() => delete fixed.a);
attempt(() => (fixed.a = 1));
attempt(() => Object.setPrototypeOf(fixed, {}));
console.log(
  Object.isSealed(sealed),
  Object.isExtensible(fixed),
  Object.isFrozen(1),
  Object.isFrozen(fixed),
  Object.isSealed(frozen),
);
//= TypeError: Cannot assign to read only property 'a' of object '#<Object>'
//= TypeError: Cannot add property c, object is not extensible
//= TypeError: Cannot delete property 'a' of #<Object>
//= { a: 1, nested: { b: 3 }, list: [ 1, 2 ] } true false
//= TypeError: Cannot add property 2, object is not extensible
//= TypeError: Cannot assign to read only property '0' of object '[object Array]'
//= TypeError: Cannot assign to read only property 'length' of object '[object Array]'
//= TypeError: Cannot assign to read only property '0' of object '[object Array]'
//= TypeError: Cannot delete property '1' of [object Array]
//= ok 2
//= TypeError: Cannot delete property 'a' of #<Object>
//= TypeError: Cannot add property b, object is not extensible
//= ok true
//= TypeError: Cannot add property a, object is not extensible
//= TypeError: #<Object> is not extensible
//= true false true true true
