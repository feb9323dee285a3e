const o = { if: 1, class: 2, new: 3, return: 4, await: 5, yield: 6, let: 7, static: 8, null: 9, true: 10, function: 11, in: 12, typeof: 13, delete() { return "del"; }, get default() { return "dflt"; }, set: 14, get: 15, async: 16, of: 17 };
console.log(o.if + o.class + o.new + o.return, o.delete(), o.default, o.null, o.true, o.typeof, o?.in, o.get + o.set + o.async + o.of, Object.keys(o).length);
const { if: x, class: y, default: z = "d", new: { w = 1 } = {} } = o; console.log(x, y, z, w);
class K { static() { return "static method"; } get get() { return "getter get"; } set set(v) { console.log("set", v); } async async() { return "async"; } static static() { return "ss"; } new() { return "new"; } if = 1; *yield_() {} static async *of() { yield "of"; } delete = 2; }
const k = new K(); k.set = 5; console.log(k.static(), k.get, await k.async(), K.static(), k.new(), k.if, k.delete, (await K.of().next()).value);
var async = 1, of = 2, get = 3, set = 4, from = 5, as = 6, target = 7, type = 8, declare = 9, abstract = 10, namespace = 11, readonly = 12; console.log(async + of + get + set + from + as + target + type + declare + abstract + namespace + readonly);
const f = async => async, g = async (async) => async; console.log(f(1), await g(2)); for (of of [1]) console.log(of); label: for (const as of [async]) { console.log(as); continue label; } type = 3; console.log(type, async
  , [async][0], (async), async ? 1 : 2);
//= 10 del dflt 9 10 13 12 62 19
//= 1 2 dflt 1
//= set 5
//= static method getter get async ss new 1 2 of
//= 78
//= 1 2
//= 1
//= 1
//= 3 1 1 1 1
