interface Account { balance: number }
type Id<T> = T extends string ? T : never;
function first<T>(items: T[], fallback?: T): T { return items[0] ?? fallback! }
const x = first<number>([1, 2]) as number satisfies number;
let y: Account | undefined;
(y as any) = { balance: x };
declare const missing: number;
abstractly(y!);
function abstractly(a: Account): asserts a is Account {}
