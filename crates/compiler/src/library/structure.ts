// Tasks that belong together: scopes, actors, subscribers. Their state is the machines'.
class $ConcurrencyScope {
  spawn(this: any, fn) {
    __callable(fn, "spawn");
    if (this.aborted) return Promise.reject(new Error("Scope already aborted"));
    const task = Promise.resolve(fn(this.signal));
    if (!__scopeAdd(this, task)) task.cancel(this.reason);
    return task;
  }
  get signal() {
    const scope: any = this;
    let controller = __scopeController(scope);
    if (controller === undefined) {
      controller = __scopeController(scope, new AbortController());
      if (scope.aborted) controller.abort(scope.reason);
    }
    return controller.signal;
  }
  abort(this: any, reason?) {
    const told = reason === undefined ? __abortError() : reason;
    for (const controller of __scopeAbort(this, told)) controller.abort(told);
  }
  async settle(this: any) {
    const results = await Promise.allSettled(__scopeChildren(this));
    __scopeDone(this);
    return results;
  }
  // Whoever joins goes on when all have ended, also when one has failed and the others were stopped because of it.
  async join(this: any) {
    const children = __scopeChildren(this);
    try {
      const results = await Promise.all(children);
      __scopeDone(this);
      return results;
    } catch (error) {
      const failed = new Error("Task failed", { cause: error });
      __hide(failed, "name", "AbortError");
      this.abort(failed);
      await Promise.allSettled(children);
      throw error;
    }
  }
}
class $Actor {
  async send(this: any, message, options?) {
    __startActor(this);
    await __actorPost(this, message, false, options);
  }
  async ask(this: any, message, options?) {
    __startActor(this);
    return await __actorPost(this, message, true, options);
  }
}
class $Topic {
  subscribe(this: any, first?, second?) {
    const isSubscriber = __isObject(first) && __isCallable(first.onNext);
    if (!isSubscriber) return __topicSubscribe(this, first, false);
    const subscription = __topicSubscribe(this, second, true);
    if (first.onSubscribe !== undefined) first.onSubscribe(subscription);
    spawn("subscriber", () => __deliver(subscription, first), { daemon: true });
    return subscription;
  }
}
class $Subscription {
  async receive(this: any, options?) {
    const box = await __subscriptionTake(this, options);
    return box === undefined ? undefined : box[0];
  }
  cancel(this: any) {
    this.unsubscribe();
  }
  [Symbol.asyncIterator](this: any) {
    const subscription = this;
    return {
      async next() {
        const box = await __subscriptionTake(subscription);
        return box === undefined ? { value: undefined, done: true } : { value: box[0], done: false };
      },
      async return(value) {
        subscription.unsubscribe();
        return { value, done: true };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
function __startActor(actor) {
  const started = __actorStart(actor);
  if (started !== undefined) spawn(started[0], () => __workOn(actor, started[1]), { daemon: true });
}
async function __workOn(actor, handler) {
  for (;;) {
    const box = await __actorNext(actor);
    if (box === undefined) return;
    let answer;
    try {
      answer = await handler(box[0]);
    } catch (error) {
      // Nobody else hears of it: the actor's lane fails like any other task.
      if (!__actorAnswer(actor, true, error)) throw error;
      continue;
    }
    __actorAnswer(actor, false, answer);
  }
}
async function __deliver(subscription, subscriber) {
  try {
    for (;;) {
      const box = await __subscriptionTake(subscription);
      if (box === undefined) break;
      await subscriber.onNext(box[0]);
    }
  } catch (error) {
    subscription.unsubscribe();
    if (subscriber.onError === undefined) throw error;
    subscriber.onError(error);
    return;
  }
  if (subscriber.onComplete !== undefined) subscriber.onComplete();
}
