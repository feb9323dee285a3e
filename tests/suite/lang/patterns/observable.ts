class Observable {
  constructor(subscribe) {
    this._s = subscribe;
  }
  subscribe(o) {
    const obs = typeof o === "function" ? { next: o } : o;
    let closed = false;
    const cleanup = this._s({
      next: (v) => closed || obs.next?.(v),
      error: (e) => closed || ((closed = true), obs.error?.(e)),
      complete: () => closed || ((closed = true), obs.complete?.()),
    });
    return () => {
      closed = true;
      cleanup?.();
    };
  }
  pipe(...ops) {
    return ops.reduce((o, op) => op(o), this);
  }
  static of(...xs) {
    return new Observable((o) => {
      xs.forEach((x) => o.next(x));
      o.complete();
    });
  }
  static interval(ms) {
    return new Observable((o) => {
      let n = 0;
      const t = setInterval(() => o.next(n++), ms);
      return () => clearInterval(t);
    });
  }
  toPromise() {
    return new Promise((res, rej) => {
      let last;
      this.subscribe({ next: (v) => (last = v), error: rej, complete: () => res(last) });
    });
  }
}
const map = (f) => (src) =>
  new Observable((o) =>
    src.subscribe({
      ...o,
      next: (v) => {
        let r;
        try {
          r = f(v);
        } catch (e) {
          return o.error(e);
        }
        o.next(r);
      },
    }),
  );
const filter = (p) => (src) => new Observable((o) => src.subscribe({ ...o, next: (v) => p(v) && o.next(v) }));
const take = (n) => (src) =>
  new Observable((o) => {
    let left = n,
      stop;
    stop = src.subscribe({
      ...o,
      next: (v) => {
        if (left-- > 0) o.next(v);
        if (left === 0) {
          o.complete();
          stop?.();
        }
      },
    });
    return () => stop();
  });
const scan = (f, acc) => (src) =>
  new Observable((o) => src.subscribe({ ...o, next: (v) => o.next((acc = f(acc, v))) }));
Observable.of(1, 2, 3, 4)
  .pipe(
    filter((x) => x % 2),
    map((x) => x * 10),
  )
  .subscribe({ next: (v) => console.log("next", v), complete: () => console.log("complete") });
console.log(
  await Observable.interval(5)
    .pipe(
      map((x) => x + 1),
      scan((a, b) => a + b, 0),
      take(4),
    )
    .toPromise(),
);
await Observable.of(1, 0)
  .pipe(
    map((x) => {
      if (!x) throw new Error("zero");
      return x;
    }),
  )
  .toPromise()
  .catch((e) => console.log(e.message));
//= next 10
//= next 30
//= complete
//= 10
//= zero
